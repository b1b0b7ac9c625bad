import { answer, api, decodeCursor, nextLink, page, readQuery } from '#lib/server/api.ts';
import { apiProcedureQuery, procedureAnswer } from '#modules/procedures/api-procedure.ts';
import { listProceduresFrom } from '#modules/procedures/server/list-public-procedures.ts';

/** Published procedures, the newest first, in pages: `?state=&kind=&stateCode=&ags=&limit=&cursor=`. */
export const GET = api(async (event) => {
	const query = readQuery(event, apiProcedureQuery);
	const { items, next, total } = await listProceduresFrom(event.locals.ctx, query, query.cursor ? decodeCursor(query.cursor) : null);
	const { baseUrl } = event.locals.house.env;
	return answer(
		event,
		page(
			items.map((row) => procedureAnswer(row, baseUrl)),
			{ next: nextLink(event, next), total }
		)
	);
});
