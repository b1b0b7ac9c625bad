import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { writeBoundaries } from './reference/boundaries.ts';
import { writeTables } from './reference/tables.ts';
import { writeTiles } from './reference/tiles.ts';

/** Writes `reference/` and `static/map/` from the compiled public facts. Run once per new edition: `node tools/build-reference.ts --from ../shared/data`. */
const { values } = parseArgs({ options: { from: { type: 'string', default: '../shared/data' } } });

const sizeOf = (files: string[]) => `${Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000)} kB`;

mkdirSync('reference', { recursive: true });
const tables = writeTables(values.from);
const { file, topology } = writeBoundaries(values.from);
for (const one of [...tables, file]) console.log(one, sizeOf([one]));

const rows: Record<string, string>[] = parse(readFileSync('reference/municipalities.csv', 'utf8'), { columns: true });
const towns = rows
	.filter((r) => r.is_unincorporated === '0')
	.map((r) => ({ ags: r.ags ?? '', name: r.name_short ?? '', population: Number(r.population), lat: Number(r.lat), lon: Number(r.lon) }));
const tiles = writeTiles(topology, towns);
console.log(`static/map: ${tiles.length} tiles`, sizeOf(tiles));
