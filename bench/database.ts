import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { openEmbedded } from '#lib/server/postgres.ts';
import type { Database } from './bench.ts';

/** The schema and the generator decide whether a database made earlier still fits. */
const fingerprint = () => {
	const hash = createHash('sha256');
	for (const file of [...globSync('migrations/*.sql'), ...globSync('src/cli/generate/**/*.ts')].sort()) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 8);
};

const withName = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function generate(url: string, size: number): Promise<void> {
	const args = ['src/cli/main.ts', 'generate', '--spaces', String(size), '--requests', String(Math.round(size / 5)), '--seed', '1'];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'warn' } });
	const [code] = await once(child, 'exit');
	if (code !== 0) throw new Error(`generate ended with ${code}`);
}

/** Opens the server in `.data/bench`, beside whoever looks at it already; `at(size)` makes what is missing. */
export async function openDatabases() {
	const embedded = await openEmbedded('.data/bench', 'share');
	const admin = new pg.Pool({ connectionString: withName(embedded.url, 'postgres'), max: 1 });
	const pools: pg.Pool[] = [admin];
	for (const pool of pools) pool.on('error', () => {});
	const print = fingerprint();
	const at = async (size: number): Promise<Database> => {
		const name = `bench_${size}_${print}`;
		const url = withName(embedded.url, name);
		const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
		if (!rowCount) {
			process.stderr.write(`Datenbank mit ${size.toLocaleString('de-DE')} Räumen wird erzeugt (einmalig) …\n`);
			const { rows } = await admin.query('select datname from pg_database where starts_with(datname, $1)', [`bench_${size}_`]);
			for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
			await admin.query(`create database "${name}_new"`);
			await generate(withName(embedded.url, `${name}_new`), size);
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
