import { answer, api } from '#lib/server/api.ts';
import { findRecordFile } from '#modules/procedures/server/find-record.ts';
import type { RequestEvent } from './$types';

/** The record of a published procedure, by id or address word, as a file that anybody can verify. */
export const GET = api(async (event: RequestEvent) => {
	const { ctx, house } = event.locals;
	const { slug, ...file } = await findRecordFile(ctx, { key: event.params.id, base: house.env.baseUrl });
	return answer(event, file, { headers: { 'content-disposition': `inline; filename="akte-${slug}.json"` } });
});
