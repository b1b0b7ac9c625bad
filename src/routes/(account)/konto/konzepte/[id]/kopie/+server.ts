import { readKey } from '#lib/server/read-key.ts';
import { openCopy } from '#modules/concepts/server/restore-draft.ts';
import type { RequestHandler } from './$types';

/** What was handed in, opened with the group's own key, with the salts of its commitments. */
export const POST: RequestHandler = async ({ locals: { ctx }, params, request }) => {
	const data = await request.formData();
	const pasted = data.get('secretKey');
	const copy = await openCopy(ctx, { id: params.id, secretKey: await readKey(data, typeof pasted === 'string' ? pasted : '') });
	return new Response(`${JSON.stringify({ format: 'gestaltungsraum-kopie', version: 1, ...copy }, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': 'attachment; filename="konzept.json"',
			'cache-control': 'private, no-store'
		}
	});
};
