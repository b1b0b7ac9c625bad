import { answer, api } from '#lib/server/api.ts';
import { requestAnswer } from '#modules/requests/request-answer.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';

export const GET = api(async (event) => {
	const { isOwn: _, ...request } = await findRequest(event.locals.ctx, event.params.id ?? '');
	return answer(event, requestAnswer(request, event.locals.house.env.baseUrl));
});
