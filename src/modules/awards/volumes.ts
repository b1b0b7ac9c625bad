import type { Block, Table } from '#lib/server/pdf/blocks.ts';

/** A long paper in volumes: no compiler sets two thousand pages at once, and nobody carries them. Nothing is left out, nothing is told twice. */

/** About how many lines a volume holds; 40 make a page. */
export const mostLines = 6000;

const cellLines = (cell: string, share: number) =>
	cell.split('\n').reduce((all, line) => all + 1 + Math.floor(line.length / (90 * share)), 0);
function rowLines(row: readonly string[], { columns }: Table): number {
	const all = columns.reduce((sum, { share = 0.5 }) => sum + share, 0);
	return Math.max(1, ...row.map((cell, n) => cellLines(cell, (columns[n]?.share ?? 0.5) / all)));
}
const linesOf = (block: Block): number =>
	block.kind === 'text' ? 1 + Math.floor(block.text.length / 90) : block.kind === 'facts' ? block.items.length + 4 : 3;

/** Each volume holds at least one row, whatever its length. A table that goes on says so. */
export function volumesOf(blocks: readonly Block[], most = mostLines): Block[][] {
	const volumes: Block[][] = [[]];
	let used = 0;
	let title: Block | null = null;
	const next = (goesOn: boolean) => {
		const last = volumes.at(-1) ?? [];
		const dangling = last.at(-1)?.kind === 'heading' ? last.pop() : undefined;
		volumes.push(
			dangling ? [dangling] : goesOn && title?.kind === 'heading' ? [{ ...title, level: 2, text: `${title.text} (Fortsetzung)` }] : []
		);
		used = 0;
	};
	const put = (block: Block, lines: number) => {
		volumes.at(-1)?.push(block);
		used += lines;
	};
	for (const block of blocks) {
		if (block.kind === 'heading') title = block;
		if (block.kind !== 'table') {
			if (used + linesOf(block) > most && used > 0) next(block.kind !== 'heading');
			put(block, linesOf(block));
			continue;
		}
		let rows: string[][] = [];
		for (const row of block.rows) {
			const lines = rowLines(row, block);
			if (used + lines > most && used > 0) {
				if (rows.length) put({ ...block, rows }, 0);
				rows = [];
				next(true);
			}
			rows.push(row);
			used += lines;
		}
		if (rows.length) put({ ...block, rows }, 0);
	}
	return volumes.filter((volume) => volume.length > 0);
}
