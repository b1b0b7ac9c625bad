import { timingSafeEqual } from 'node:crypto';
import { isLocal, metrics } from '#lib/server/observe.ts';
import { notFound } from '#lib/refusal.ts';
import type { RequestHandler } from './$types';

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** For this machine, or for who knows METRICS_TOKEN; everybody else learns nothing. */
export const GET: RequestHandler = async (event) => {
	const { env, pool } = event.locals.house;
	const asked = event.request.headers.get('authorization') ?? '';
	if (!(env.METRICS_TOKEN ? same(asked, `Bearer ${env.METRICS_TOKEN}`) : isLocal(event))) throw notFound();
	const { text, type } = await metrics(pool);
	return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
