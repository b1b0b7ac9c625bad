import { readiness } from '#lib/server/ready.ts';
import type { RequestHandler } from './$types';

/** The process can work: 200, or 503 with what is missing. */
export const GET: RequestHandler = async ({ locals }) => {
	const ready = await readiness(locals.house.pool);
	const status = ready.database && ready.queue ? 200 : 503;
	return Response.json(ready, { status, headers: { 'cache-control': 'no-store' } });
};
