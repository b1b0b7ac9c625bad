import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { openEmbedded } from '#lib/server/postgres.ts';
import { migrate } from '#lib/server/migrate.ts';
import type { Database } from './bench.ts';
import { fillPlainWorld } from './plain-world.ts';

/** The schema and the generator decide whether a database made earlier still fits. */
const fingerprint = () => {
	const hash = createHash('sha256');
	const files = ['migrations/*.sql', 'src/cli/generate/**/*.ts', 'bench/plain-world.ts'].flatMap((pattern) => globSync(pattern));
	for (const file of files.sort()) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 8);
};

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function generate(url: string, size: number): Promise<void> {
	const args = ['src/cli/main.ts', 'generate', '--spaces', String(size), '--requests', String(Math.round(size / 5)), '--seed', '1'];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'warn' } });
	const [code] = await once(child, 'exit');
	if (code !== 0) throw new Error(`generate ended with ${code}`);
}

async function fill(url: string, size: number): Promise<void> {
	const pool = new pg.Pool({ connectionString: url, max: 2 });
	await migrate(pool);
	await fillPlainWorld(pool, size);
	await pool.end();
}

/** Opens the server in `.data/bench`, beside whoever looks at it already; `at(size)` makes what is missing, invented as in the demo or plain (see plain-world.ts). */
export async function openDatabases() {
	const embedded = await openEmbedded('.data/bench', 'share');
	const admin = new pg.Pool({ connectionString: withName(embedded.url, 'postgres'), max: 1 });
	const pools: pg.Pool[] = [admin];
	for (const pool of pools) pool.on('error', () => {});
	const print = fingerprint();
	const at = async (size: number, kind: 'invented' | 'plain' = 'invented'): Promise<Database> => {
		const prefix = kind === 'plain' ? 'bench_plain' : 'bench';
		const name = `${prefix}_${size}_${print}`;
		const url = withName(embedded.url, name);
		const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
		if (!rowCount) {
			process.stderr.write(`Datenbank mit ${size.toLocaleString('de-DE')} Räumen wird erzeugt (einmalig) …\n`);
			const { rows } = await admin.query('select datname from pg_database where starts_with(datname, $1)', [`${prefix}_${size}_`]);
			for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
			await admin.query(`create database "${name}_new"`);
			const made = withName(embedded.url, `${name}_new`);
			if (kind === 'plain') await fill(made, size);
			else await generate(made, size);
			await admin.query(`alter database "${name}_new" rename to "${name}"`);
		}
		const pool = new pg.Pool({ connectionString: url, max: 8 });
		pool.on('error', () => {});
		pools.push(pool);
		await pool.query('vacuum analyze');
		return { url, pool, size };
	};
	const close = async () => {
		for (const pool of pools) await pool.end();
		await embedded.stop();
	};
	return { at, close };
}
