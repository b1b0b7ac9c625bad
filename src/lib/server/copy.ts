import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escape = (text: string) => text.replace(/[\\\n\r\t]/g, (c) => escapes[c] ?? c).replaceAll('\0', '');

function cell(value: unknown): string {
	if (value === null || value === undefined) return '\\N';
	if (value instanceof Date) return value.toISOString();
	if (Array.isArray(value) && value.every((v) => typeof v === 'string')) {
		return escape(`{${value.map((v) => `"${v.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
	}
	if (typeof value === 'object') return escape(JSON.stringify(value));
	return escape(String(value));
}

async function* lines(rows: Iterable<unknown[]> | AsyncIterable<unknown[]>): AsyncGenerator<string> {
	let chunk = '';
	for await (const row of rows) {
		chunk += `${row.map(cell).join('\t')}\n`;
		if (chunk.length > 65_536) {
			yield chunk;
			chunk = '';
		}
	}
	if (chunk) yield chunk;
}

/** COPY rows into a table: strings, numbers, booleans, dates, string arrays (text[]) and plain objects (jsonb). */
export async function copyInto(
	client: PoolClient,
	target: { table: string; columns: string[] },
	rows: Iterable<unknown[]> | AsyncIterable<unknown[]>
): Promise<void> {
	const columns = target.columns.map((c) => `"${c}"`).join(', ');
	await pipeline(Readable.from(lines(rows)), client.query(from(`copy ${target.table} (${columns}) from stdin`)));
}
