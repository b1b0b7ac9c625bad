import type { Block, Table } from '#lib/server/pdf/blocks.ts';

/** What the file is put together from. */

export const table = (columns: Table['columns'], rows: string[][]): Block[] =>
	rows.length ? [{ kind: 'table', columns, rows }] : [{ kind: 'text', text: 'Keine.' }];
export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', text, level });
export const text = (value: string): Block => ({ kind: 'text', text: value });
