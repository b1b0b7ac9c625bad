import { answer, api } from '#lib/server/api.ts';
import { listMatchesOfRequest } from '#modules/matching/server/list-matches.ts';

export const GET = api(async (event) =>
	answer(event, await listMatchesOfRequest(event.locals.ctx, { id: event.params.id ?? '', base: event.locals.house.env.baseUrl }))
);
