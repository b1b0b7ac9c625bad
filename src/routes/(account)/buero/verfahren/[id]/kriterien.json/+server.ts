import { exportCriteria } from '#modules/procedures/server/export-criteria.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	new Response(`${JSON.stringify(await exportCriteria(ctx, params.id), null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="kriterien.json"',
			'cache-control': 'private, no-store'
		}
	});
