import pg from 'pg';
import { openDb } from '#lib/server/db.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { viewSpace } from '#modules/properties/server/view-space.ts';
import { viewSpaces } from '#modules/properties/server/view-spaces.ts';
import type { Bare } from './bench.ts';

type Statement = { text: string; values: unknown[] };

/** What a view asks of the database, word for word. */
async function statementsOf(pool: pg.Pool, view: (ctx: Ctx) => Promise<unknown>): Promise<Statement[]> {
	const heard: Statement[] = [];
	const listening = new Proxy(pool, {
		get: (target, name) =>
			name === 'query'
				? (config: { text: string }, values: unknown[]) => {
						heard.push({ text: config.text, values });
						return target.query(config as pg.QueryConfig, values);
					}
				: Reflect.get(target, name, target)
	});
	await view({ db: openDb(listening), actor: null, now: new Date() });
	return heard;
}

/** The same statements, the same number of bytes, nothing else: `/?list=QUERY&bytes=N` or `/?slug=SLUG&bytes=N`. */
const bare: Bare = async (pool) => {
	const known = new Map<string, Promise<Statement[]>>();
	const pages = new Map<number, Buffer>();
	return async (request, response) => {
		const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
		const slug = asked.get('slug');
		const key = slug ?? asked.get('list') ?? '';
		if (!known.has(key))
			known.set(
				key,
				statementsOf(pool, (ctx) => (slug ? viewSpace(ctx, slug) : viewSpaces(ctx, new URLSearchParams(key))))
			);
		for (const { text, values } of (await known.get(key)) ?? []) await pool.query(text, values);
		const bytes = Number(asked.get('bytes'));
		const body = pages.get(bytes) ?? Buffer.alloc(bytes, 'x');
		pages.set(bytes, body);
		response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }).end(body);
	};
};
export default bare;
