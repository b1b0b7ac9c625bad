import { z } from 'zod';
import { unauthenticated } from '#lib/refusal.ts';
import { answer, api, decodeCursor, encodeCursor, page, readJson, readQuery } from '#lib/server/api.ts';
import { requestForm } from '#modules/requests/forms.ts';
import { requestAnswer } from '#modules/requests/request-answer.ts';
import { readRequestFilter } from '#modules/requests/request-filter.ts';
import { createRequest } from '#modules/requests/server/create-request.ts';
import { listRequests } from '#modules/requests/server/list-requests.ts';

const size = 50;
const query = z.object({
	q: z.string().default(''),
	use: z.string().default(''),
	kind: z.string().default(''),
	place: z.string().default(''),
	area: z.string().default(''),
	cursor: z.string().optional()
});

/** `?q=&use=&kind=&place=&area=`; a page of 50. */
export const GET = api(async (event) => {
	const { cursor, ...asked } = readQuery(event, query);
	const at = cursor ? Math.min(10_000, Math.max(1, Math.trunc(Number(decodeCursor(cursor)[0])) || 1)) : 1;
	const filter = readRequestFilter(
		new URLSearchParams({ q: asked.q, nutzung: asked.use, art: asked.kind, ort: asked.place, flaeche: asked.area })
	);
	const { items, total } = await listRequests(event.locals.ctx, filter, { page: at, size });
	const base = event.locals.house.env.baseUrl;
	const more = new URL(event.url.pathname + event.url.search, base);
	more.searchParams.set('cursor', encodeCursor([at + 1]));
	return answer(
		event,
		page(
			items.map((item) => requestAnswer(item, base)),
			{ next: at * size < total ? more.href : null, total }
		)
	);
});

/** Begins a draft of the key's person; it is published in the account. */
export const POST = api(async (event) => {
	if (!event.locals.ctx.actor) throw unauthenticated();
	const created = await createRequest(event.locals.ctx, { input: await readJson(event, requestForm) });
	return answer(event, created, { status: 201 });
});
