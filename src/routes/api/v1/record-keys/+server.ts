import { answer, api, page } from '#lib/server/api.ts';
import { listKeyChanges } from '#modules/records/server/load-public-key.ts';

/** Every change of the installation's key, the oldest first. There are never many. */
export const GET = api(async (event) => {
	const items = await listKeyChanges(event.locals.ctx);
	return answer(event, page(items, { next: null, total: items.length }));
});
