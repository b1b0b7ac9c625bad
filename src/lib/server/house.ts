import pg from 'pg';
import type { Env } from './env.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './postgres.ts';
import { openStore, type Store } from './store.ts';

/** Everything a process needs to work: the settings, the database, and the way to leave in order. */
export type House = {
	env: Env;
	pool: pg.Pool;
	databaseUrl: string;
	store: Store;
	/** What must end before the database does, last added first. */
	onClose: (() => Promise<unknown>)[];
	close: () => Promise<void>;
};

const key = Symbol.for('gestaltungsraum.house');

/** The house that the start script opened for this process; the built server finds it here. */
export const currentHouse = (): House | undefined => (globalThis as { [key]?: House })[key];

/** How a process opens its house. `say` gets German sentences for the person who waits. */
type Opening = { say?: (line: string) => void };

function openPool(databaseUrl: string): pg.Pool {
	const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/**
 * Opens the house: database (embedded or DATABASE_URL), schema, files.
 * @param mode `own`: the one process that serves from this data directory; `share`: beside it.
 */
export async function openHouse(env: Env, mode: 'own' | 'share', { say }: Opening = {}): Promise<House> {
	const embedded = env.DATABASE_URL ? null : await openEmbedded(env.DATA_DIR, mode, say);
	const databaseUrl = env.DATABASE_URL ?? embedded?.url ?? '';
	const pool = openPool(databaseUrl);
	const onClose: House['onClose'] = [];
	const close = async () => {
		for (const leave of onClose.reverse()) await leave();
		await pool.end();
		await embedded?.stop();
	};
	try {
		if (!embedded?.attached) await migrate(pool);
	} catch (error) {
		await close();
		throw error;
	}
	const house: House = { env, pool, databaseUrl, store: openStore(env), onClose, close };
	(globalThis as { [key]?: House })[key] = house;
	return house;
}
