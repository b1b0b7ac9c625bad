import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { log } from './log.ts';
import { DatabaseUnavailable, DirectoryInUse } from './postgres-errors.ts';
import { answers, ensureCluster, launch, runningServer, shutDown, socketDirectory, user } from './postgres-server.ts';

/**
 * The PostgreSQL that npm brings along, run in a directory of ours on a Unix socket: no TCP port, no password, fsync on. The server outlives a
 * process that crashes, and the next one takes it over. Who uses the directory says so by advisory locks, which end with the connection that
 * holds them, however the process ends.
 */
export type Embedded = { url: string; attached: boolean; stop: () => Promise<void> };

const database = 'gestaltungsraum';
/** Held by the one owner (the web application). */
const ownerLock = 0x67726c6f;
/** Held in share by everybody who works on the database: the last to leave turns off the light. */
const userLock = 0x67726c75;

type Place = { dataDir: string; pgdata: string; sockets: string; say?: (line: string) => void };

const url = (sockets: string) => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

/** Whether a server runs in this data directory. */
export const isRunning = (dataDir: string): boolean => runningServer(join(resolve(dataDir), 'pg')) !== null;

async function connectGuard(sockets: string): Promise<pg.Client> {
	const guard = new pg.Client({ host: sockets, user, database: 'postgres', application_name: `gestaltungsraum ${process.pid}` });
	guard.on('error', () => {});
	await guard.connect();
	await guard.query('select pg_advisory_lock_shared($1)', [userLock]);
	return guard;
}

const holder = `select (select application_name from pg_stat_activity a where a.pid = l.pid) as name
	from pg_locks l where locktype = 'advisory' and classid = 0 and objid = $1 and mode = 'ExclusiveLock' and granted`;

/** Becomes the owner, or throws. A crashed owner's connection may take a moment to end. */
async function own(guard: pg.Client, dataDir: string): Promise<void> {
	for (let tries = 0; tries < 10; tries++) {
		const { rows } = await guard.query('select pg_try_advisory_lock($1) as mine', [ownerLock]);
		if (rows[0].mine) return;
		await wait(100);
	}
	const { rows } = await guard.query(holder, [ownerLock]);
	const who = /\d+$/.exec(rows[0]?.name ?? '')?.[0];
	throw new DirectoryInUse(
		`${dataDir} wird schon von einem anderen Prozess benutzt${who ? ` (Nummer ${who})` : ''}. Bitte diesen zuerst beenden oder ein anderes DATA_DIR wählen.`
	);
}

async function ensureServer(place: Place): Promise<string> {
	const running = runningServer(place.pgdata);
	if (running?.sockets && (await answers(running.sockets))) return running.sockets;
	return launch(place.dataDir, place.pgdata, place);
}

async function ensureDatabase(guard: pg.Client): Promise<void> {
	const { rowCount } = await guard.query('select 1 from pg_database where datname = $1', [database]);
	if (rowCount) return;
	await guard.query(`create database ${database}`).catch((error) => {
		if (error.code !== '42P04' && error.code !== '23505') throw error;
	});
}

/** Keeps the server alive as long as the owner lives: when it dies under us it is started again, and the pool finds it at the same address. */
function keepAlive(first: pg.Client, place: Place) {
	let guard = first;
	let leaving = false;
	let recovery: Promise<void> = Promise.resolve();
	const recover = async () => {
		log.error('PostgreSQL is gone and is started again');
		while (!leaving) {
			try {
				await ensureServer(place);
				guard = await connectGuard(place.sockets);
				await own(guard, place.dataDir);
				watch();
				log.warn('PostgreSQL is back');
				return;
			} catch (error) {
				log.error({ err: error }, 'PostgreSQL does not start');
				await guard.end().catch(() => {});
				await wait(1000);
			}
		}
	};
	const watch = () =>
		guard.once('end', () => {
			if (!leaving) recovery = recover();
		});
	watch();
	return async () => {
		leaving = true;
		await recovery;
		await guard.end().catch(() => {});
		await shutDown(place.pgdata);
		forgetSockets(place);
	};
}

function forgetSockets({ dataDir, sockets }: Place): void {
	if (dirname(sockets) !== dataDir && sockets.startsWith(join(tmpdir(), 'gr-'))) rmSync(sockets, { recursive: true, force: true });
}

/** Leaves a server that is shared; the last one out stops it, unless an owner is there. */
async function leave(guard: pg.Client, place: Place): Promise<void> {
	try {
		await guard.query('select pg_advisory_unlock_shared($1)', [userLock]);
		const { rows } = await guard.query('select pg_try_advisory_lock($1) and pg_try_advisory_lock($2) as last', [ownerLock, userLock]);
		if (!rows[0].last) return;
		await shutDown(place.pgdata);
		forgetSockets(place);
	} catch (error) {
		log.debug({ err: error }, 'the server was gone before we left');
	} finally {
		await guard.end().catch(() => {});
	}
}

/** A connection to the server, which is started when none runs. One that is just shutting down is waited for and started anew. */
async function enter(at: Omit<Place, 'sockets'>): Promise<{ guard: pg.Client; place: Place }> {
	for (let tries = 1; ; tries++) {
		const wanted = runningServer(at.pgdata)?.sockets || socketDirectory(at.dataDir);
		const sockets = await ensureServer({ ...at, sockets: wanted });
		if (wanted !== sockets) forgetSockets({ ...at, sockets: wanted });
		try {
			return { guard: await connectGuard(sockets), place: { ...at, sockets } };
		} catch (error) {
			if (tries === 5) throw error;
			await wait(200);
		}
	}
}

/**
 * Starts (or takes over) the database in `dataDir`.
 * @param mode `own`: be the one owner, or throw `DirectoryInUse`; `share`: work beside an owner, or alone when none is there.
 * @param say gets a German sentence when something takes long or is unusual.
 * @throws DatabaseUnavailable with one German line: version, rights, full disk, no way to run as root.
 */
export async function openEmbedded(dataDirectory: string, mode: 'own' | 'share', say?: (line: string) => void): Promise<Embedded> {
	const dataDir = resolve(dataDirectory);
	const pgdata = join(dataDir, 'pg');
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	} catch (error) {
		throw new DatabaseUnavailable(`Das Datenverzeichnis ${dataDir} lässt sich nicht anlegen: ${(error as Error).message}`);
	}
	if (!existsSync(pgdata)) say?.('Die Datenbank wird angelegt …');
	await ensureCluster(dataDir, pgdata, say);
	const { guard, place } = await enter({ dataDir, pgdata, say });
	try {
		if (mode === 'own') await own(guard, dataDir);
		await ensureDatabase(guard);
	} catch (error) {
		await guard.end();
		throw error;
	}
	if (mode === 'own') return { url: url(place.sockets), attached: false, stop: keepAlive(guard, place) };
	const { rowCount } = await guard.query(holder, [ownerLock]);
	return { url: url(place.sockets), attached: !!rowCount, stop: () => leave(guard, place) };
}
