import { answer, api, decodeCursor, nextLink, page, readQuery } from '#lib/server/api.ts';
import { apiFilter, apiMunicipality, apiMunicipalityQuery } from '#modules/organisations/api-municipality.ts';
import { countMunicipalities, listMunicipalitiesAfter } from '#modules/organisations/server/list-municipalities.ts';

/** All municipalities by name, in pages: `?q=&state=&district=&limit=&cursor=`. */
export const GET = api(async (event) => {
	const { ctx } = event.locals;
	const query = readQuery(event, apiMunicipalityQuery);
	const filter = apiFilter(query);
	const [name, ags] = query.cursor ? decodeCursor(query.cursor) : [];
	const after: [string, string] | null = name && ags ? [String(name), String(ags)] : null;
	const [items, { total }] = await Promise.all([
		listMunicipalitiesAfter(ctx, filter, { after, limit: query.limit }),
		countMunicipalities(ctx, filter)
	]);
	const last = items.length === query.limit ? items.at(-1) : undefined;
	return answer(event, page(items.map(apiMunicipality), { next: nextLink(event, last ? [last.name, last.ags] : null), total }));
});
