import { ownerQuery } from '#modules/owners/forms.ts';
import { listOwners } from '#modules/owners/server/list-owners.ts';
import { listOwnerTowns } from '#modules/owners/server/list-owner-towns.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const query = ownerQuery.parse(Object.fromEntries(url.searchParams));
	const towns = await listOwnerTowns(ctx);
	const ags = query.ags ?? (towns.length === 1 ? towns[0]?.ags : undefined);
	const asked = { q: query.q, blocked: query.ohne === 'kontakt', page: query.seite };
	return { query, towns, ags: ags ?? null, list: ags ? await listOwners(ctx, { ags, ...asked }) : null, now: ctx.now };
};
