import { z } from 'zod';
import { absolute, answer, api, decodeCursor, nextLink, page, readJson, readQuery } from '#lib/server/api.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { apiSpaceQuery } from '#modules/properties/api-space.ts';
import { propertyForm } from '#modules/properties/forms.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { ownSpace, readAgs } from '#modules/properties/server/read-api-space.ts';
import { listPublicSpaces } from '#modules/properties/server/list-public-spaces.ts';
import type { RequestEvent } from './$types';

export const GET = api(async (event: RequestEvent) => {
	const query = readQuery(event, apiSpaceQuery);
	const { items, next, total } = await listPublicSpaces(event.locals.ctx, query, query.cursor ? decodeCursor(query.cursor) : null);
	const body = page(
		items.map((space) => ({ ...space, url: absolute(event, `/raeume/${space.slug}`) })),
		{ next: nextLink(event, next), total: total.n }
	);
	return answer(event, total.more ? { ...body, totalIsAtLeast: true } : body);
});

/** Records a building with the fields of the form; it is not published by that. */
export const POST = api(async (event: RequestEvent) => {
	const { ctx } = event.locals;
	if (!ctx.actor) throw unauthenticated('Zum Erfassen braucht es einen Schlüssel (Bearer) der Kommune.');
	const body = await readJson(event, z.record(z.string(), z.unknown()));
	const input = propertyForm.parse(body);
	const { id } = await createProperty(ctx, { ags: await readAgs(ctx, body), input });
	const property = await findProperty(ctx, id);
	const headers = { location: absolute(event, `/api/v1/spaces/${id}`), etag: `"${property.version}"` };
	return answer(event, ownSpace(property), { status: 201, headers });
});
