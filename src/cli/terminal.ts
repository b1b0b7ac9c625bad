import type { WriteStream } from 'node:tty';

const width = 24;

/** A progress bar that redraws its line on a terminal and keeps quiet elsewhere. */
export function progressBar(out: WriteStream): { draw: (label: string, done: number, total: number | null) => void; clear: () => void } {
	let drawn = 0;
	let shown = false;
	return {
		draw: (label, done, total) => {
			const now = performance.now();
			if (!out.isTTY || (now - drawn < 80 && done !== total)) return;
			drawn = now;
			shown = true;
			const number = done.toLocaleString('de-DE');
			if (!total) return void out.write(`\r\x1b[K${label}: ${number}`);
			const filled = Math.round((Math.min(done, total) / total) * width);
			const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
			out.write(`\r\x1b[K${label} ${bar} ${number} von ${total.toLocaleString('de-DE')}`);
		},
		clear: () => {
			if (shown) out.write('\r\x1b[K');
			shown = false;
		}
	};
}
