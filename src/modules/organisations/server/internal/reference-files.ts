import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Boundaries } from './draw-boundaries.ts';

/** The public facts that come with the program; where they are from stands in `reference/README.md`. */
const folder = resolve('reference');

const tables = ['states', 'districts', 'municipalities', 'gazetteer', 'vacancy-statistics'] as const;
export type ReferenceTable = (typeof tables)[number];

const boundaries = 'boundaries.topo.json.gz';
/** Raise when the tables are filled differently from the same files. */
const edition = '1';

export type ReferencePart = 'tables' | 'borders';

/** Changes with any byte of the files of that part. */
export function referenceHash(part: ReferencePart): string {
	const hash = createHash('sha256').update(edition);
	const files = part === 'borders' ? [boundaries] : tables.map((t) => `${t}.csv`);
	for (const file of files) hash.update(readFileSync(resolve(folder, file)));
	return hash.digest('hex');
}

/** The rows of one file, in the order of `columns`; an empty cell is null. */
export async function* referenceRows(table: ReferenceTable, columns: readonly string[]): AsyncGenerator<(string | null)[]> {
	const parser = createReadStream(resolve(folder, `${table}.csv`)).pipe(parse({ columns: true }));
	for await (const row of parser as AsyncIterable<Record<string, string>>) yield columns.map((c) => row[c] || null);
}

export const readBoundaries = (): Boundaries => JSON.parse(gunzipSync(readFileSync(resolve(folder, boundaries))).toString('utf8'));
