import sharp from 'sharp';
import { facade } from '#lib/ui/facade/facade.ts';
import { street } from '#lib/ui/facade/street.ts';
import type { DemoDrawing } from './demo-profile.ts';

/** Pictures and sound of the demo: drawn and rung by us, so that nobody's photograph and nobody's voice is borrowed. */

const day = {
	'--facade-sky': '#e2ebe7',
	'--facade-sky-2': '#f1efe2',
	'--facade-hill': '#b9cdb8',
	'--facade-street': '#cbbfab',
	'--facade-light': '#f5c451',
	'--facade-dark': '#42504f',
	'--facade-frame': '#f7f2e6',
	'--moss': '#2a5a47',
	'--ink': '#1f2b29',
	'--warning': '#7a4d00'
};
const evening = {
	...day,
	'--facade-sky': '#2b3a55',
	'--facade-sky-2': '#c9806a',
	'--facade-sun': '#f3d9b0',
	'--facade-hill': '#3d4f50',
	'--facade-street': '#4b4743',
	'--facade-tree': '#33524a',
	'--facade-tree-2': '#2b463f',
	'--facade-trunk': '#2f2a28',
	'--facade-light': '#ffd36b',
	'--facade-glow': '0.35',
	'--facade-stars': '0.5'
};

/** Drawings take their colours from the page; a file has none, so they are written in. */
const coloured = (svg: string, colours: Record<string, string>): string =>
	svg.replace(/var\((--[\w-]+)(?:,\s*([^)]*))?\)/g, (_, name: string, otherwise?: string) => colours[name] ?? otherwise ?? '#888888');

function scene({ of, at, seed }: DemoDrawing): string {
	const lit = at === 'evening' ? 0.85 : 0.25;
	if (of !== 'street') return facade({ kind: of, lit: at === 'evening' ? 1 : 0.15, area: 420, seed, label: '' });
	const houses = Array.from({ length: 12 }, (_, i) => ({ seed: `${seed} ${i}`, lit }));
	const inside = street(houses, lit).replace(/^<svg[^>]*>/, '<svg x="-330" y="60" width="1200" height="210">');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 405 270"><path fill="var(--facade-sky)" d="M0 0h405v270H0z"/><path fill="var(--facade-sky-2)" d="M0 150Q200 110 405 150V270H0z"/><circle cx="318" cy="52" r="17" fill="var(--facade-sun,#f6e3b4)"/>${inside}<path fill="var(--facade-street)" d="M0 250h405v20H0z"/></svg>`;
}

/** A drawing as a picture file of 1200 pixels. */
export const drawPicture = (drawing: DemoDrawing): Promise<Buffer> =>
	sharp(Buffer.from(coloured(scene(drawing), drawing.at === 'evening' ? evening : day)), { density: 270 })
		.resize({ width: 1200 })
		.png({ compressionLevel: 1 })
		.toBuffer();

/** Six strokes of a bell as a WAV file: the partials of a minor-third bell, each dying away at its own pace. */
export function ringBells(): Uint8Array {
	const [rate, seconds] = [8000, 9];
	const samples = new Int16Array(rate * seconds);
	const partials = [
		[0.5, 0.5, 0.9],
		[1, 1, 1.6],
		[1.2, 0.6, 2.2],
		[1.5, 0.35, 2.6],
		[2, 0.5, 3]
	] as const;
	for (let i = 0; i < samples.length; i++) {
		let value = 0;
		for (let stroke = 0; stroke < 6; stroke++) {
			const t = i / rate - 0.2 - stroke * 1.25;
			if (t < 0) continue;
			for (const [ratio, loud, decay] of partials) value += loud * Math.exp(-decay * t) * Math.sin(2 * Math.PI * 392 * ratio * t);
		}
		samples[i] = Math.round(Math.max(-1, Math.min(1, value * 0.22)) * 32_000);
	}
	const head = Buffer.alloc(44);
	head.write('RIFF', 0);
	head.writeUInt32LE(36 + samples.byteLength, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate * 2, 28);
	head.writeUInt16LE(2, 32);
	head.writeUInt16LE(16, 34);
	head.write('data', 36);
	head.writeUInt32LE(samples.byteLength, 40);
	return new Uint8Array(Buffer.concat([head, Buffer.from(samples.buffer)]));
}
