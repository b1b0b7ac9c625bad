import { findReceipt } from '#modules/concepts/server/find-concept.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const { receipt } = await findReceipt(ctx, params.id);
	return new Response(`${JSON.stringify(receipt, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': 'attachment; filename="quittung.json"',
			'cache-control': 'private, no-store'
		}
	});
};
