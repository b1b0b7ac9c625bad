import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';

/**
 * A benchmark lives in `bench/<name>.bench.ts` and exports one as default:
 *
 *     export default bench({
 *       name: 'raeume',
 *       sizes: [100_000],
 *       run: async ({ size, database, app, bare, load, rounds, row }) => {
 *         const db = await database(size);
 *         const ours = await app(db);
 *         const limit = await bare(db, import.meta.resolve('./raeume.bare.ts'));
 *         const { a, b } = await rounds(5, () => load(ours, ['/raeume']), () => load(limit, ['/']));
 *         row({ name: '/raeume', ours: a, limit: b, unit: 'Anfragen/s', goal: 0.6 });
 *       }
 *     });
 *
 * The limit is measured in the same run, in turns with ours: figures of different runs or machines are never compared.
 */
export type Bench = {
	name: string;
	/** Units in the register; chosen anew with --size. */ sizes: number[];
	run: (context: Context) => Promise<void>;
};

export const bench = (declared: Bench): Bench => declared;

/** A database with as many spaces as asked and a fifth as many requests, generated once and kept in `.data/bench`; or plain, houses only, filled by SQL. */
export type Database = { url: string; pool: pg.Pool; size: number };

/** The default export of a `*.bare.ts`: a plain `node:http` handler on a pool, run in a process of its own. */
export type Bare = (pool: pg.Pool) => Promise<(request: IncomingMessage, response: ServerResponse) => void>;

export type Row = {
	name: string;
	ours: number;
	/** What the machine can do at best (or the plain way to do it), in the same unit. */
	limit: number;
	unit: string;
	/** Ratio to reach; absent: only reported. */
	goal?: number;
	/** Whether more or less of the unit is better. The ratio is always "larger is better". */
	better?: 'more' | 'less';
};

export type LoadOptions = {
	/** Requests in all; bounded so that a run stays short. */
	requests?: number;
	connections?: number;
	headers?: Record<string, string>;
};

export type Context = {
	size: number;
	database: (size: number, kind?: 'invented' | 'plain') => Promise<Database>;
	/** Starts the built application on the database in a process of its own; gives its address. `env` adds settings. */
	app: (database: Database, env?: Record<string, string>) => Promise<string>;
	/** Starts the handler of a `*.bare.ts` in a process of its own; gives its address. */
	bare: (database: Database, module: string) => Promise<string>;
	/** Requests per second over the paths in turn, from a process of its own. Throws when an answer is no 200. */
	load: (address: string, paths: string[], options?: LoadOptions) => Promise<number>;
	/** Milliseconds of one call; the median of `times`. */
	time: (run: () => Promise<unknown>, times?: number) => Promise<number>;
	/** Medians of both, measured in turns. The first round warms up and does not count. */
	rounds: (count: number, a: () => Promise<number>, b: () => Promise<number>) => Promise<{ a: number; b: number }>;
	row: (row: Row) => void;
	/** A line of explanation under the table. */
	note: (line: string) => void;
};
