import { answer, api } from '#lib/server/api.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { summariseImport } from '#modules/properties/server/import/summarise-import.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = api(async (event) => {
	const { ctx } = event.locals;
	if (!ctx.actor) throw unauthenticated();
	return answer(event, await summariseImport(ctx, event.params.id ?? ''));
});
