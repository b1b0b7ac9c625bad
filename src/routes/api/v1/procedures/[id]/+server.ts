import { answer, api } from '#lib/server/api.ts';
import { procedureDetailAnswer } from '#modules/procedures/api-procedure.ts';
import { findPublicProcedure } from '#modules/procedures/server/find-public-procedure.ts';
import type { RequestEvent } from './$types';

export const GET = api(async (event: RequestEvent) => {
	const { ctx, house } = event.locals;
	return answer(event, procedureDetailAnswer(await findPublicProcedure({ ...ctx, actor: null }, event.params.id), house.env.baseUrl));
});
