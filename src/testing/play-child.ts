import { createInterface } from 'node:readline';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { Refusal } from '#lib/refusal.ts';
import { openDb } from '#lib/server/db.ts';
import { folderStore, type Store } from '#lib/server/store.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { cast } from './cast.ts';
import { steps, type Playing } from './play-steps.ts';

/**
 * A process of its own that plays a procedure step by step, as it is told line by line: `node play-child.ts URL FOLDER ID BEGIN`. Told when, it kills itself, with a
 * signal that nobody can catch, before or right after it sent its nth statement; a file that is written counts as one.
 */
const [url = '', folder = '', id = '', begin = ''] = process.argv.slice(2);
export type Order = { step: string; kill?: { at: number; isSent: boolean } };

let done = 0;
let kill: Order['kill'];
const die = () => process.kill(process.pid, 'SIGKILL');
function counted<T>(run: () => T): T {
	const isLast = ++done === kill?.at;
	if (isLast && !kill?.isSent) die();
	const result = run();
	if (isLast) die();
	return result;
}

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
	return counted(() => query.apply(this, given));
} as typeof pg.Client.prototype.query;

const pool = new pg.Pool({ connectionString: url, max: 2, application_name: `player-${process.pid}` });
const db = openDb(pool);
const files = folderStore(folder);
const store: Store = { ...files, put: (...file) => counted(() => files.put(...file)) };
await pool.query('select');
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
	const order = JSON.parse(line) as Order;
	const [row] = await db.select({ slug: procedures.slug, deadline: procedures.deadline }).from(procedures).where(eq(procedures.id, id));
	const at: Playing['at'] = (who, when) => ({ db, actor: who && cast[who], now: when });
	const playing: Playing = { id, slug: row?.slug ?? '', deadline: row?.deadline ?? new Date(begin), begin: new Date(begin), store, at };
	[done, kill] = [0, order.kill];
	const code = await steps
		.find(({ name }) => name === order.step)
		?.run(playing)
		.then(() => '')
		.catch((error) => {
			if (error instanceof Refusal) return error.code;
			throw error;
		});
	process.stdout.write(`${JSON.stringify({ statements: done, refused: code })}\n`);
}
await pool.end();
