import { globSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#cli/build.ts';
import type { Bench, Row } from './bench.ts';
import { openDatabases } from './database.ts';
import { ratio, rounds, table, time } from './measure.ts';
import { endProcesses, load, startApp, startBare } from './processes.ts';

/** `npm run bench -- [NAME …] [--size N …] [--json]`: every benchmark, or those named, and one table at the end. */
const { values, positionals } = parseArgs({
	options: { size: { type: 'string', multiple: true }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
	allowPositionals: true
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const files = globSync('*.bench.ts', { cwd: import.meta.dirname }).sort();
const benches: Bench[] = [];
for (const file of files) benches.push((await import(`./${file}`)).default);

if (values.help) {
	say(`Aufruf: npm run bench -- [NAME …] [--size N …] [--json]\nNamen: ${benches.map((b) => b.name).join(', ')}`);
	process.exit(0);
}

const rows: Row[] = [];
const notes: string[] = [];
let failed = false;
await ensureBuilt(say);
const databases = await openDatabases();
try {
	for (const bench of benches.filter((b) => !positionals.length || positionals.includes(b.name))) {
		for (const size of values.size?.map(Number) ?? bench.sizes) {
			say(`${bench.name} · ${size.toLocaleString('de-DE')}`);
			try {
				await bench.run({
					size,
					database: databases.at,
					app: startApp,
					bare: startBare,
					load,
					time,
					rounds,
					row: (row) => {
						rows.push(row);
						say(`  ${row.name}: ${ratio(row).toFixed(2)}`);
					},
					note: (line) => notes.push(line)
				});
			} catch (error) {
				failed = true;
				notes.push(`${bench.name} · ${size}: ${(error as Error).message}`);
				say(String((error as Error).stack));
			} finally {
				await endProcesses();
			}
		}
	}
} finally {
	await databases.close();
}
const missed = rows.filter((row) => row.goal !== undefined && ratio(row) < row.goal);
console.log(`\n${cpus().length} Kerne · ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node}\n\n${table(rows)}`);
for (const note of notes) console.log(note);
console.log(`\n${rows.length} Messungen, ${missed.length} unter dem Ziel`);
if (values.json) console.log(JSON.stringify({ rows: rows.map((row) => ({ ...row, ratio: ratio(row) })), notes }));
process.exitCode = failed ? 1 : 0;
