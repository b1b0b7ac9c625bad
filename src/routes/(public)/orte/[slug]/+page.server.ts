import { Handed } from '#lib/handed.ts';
import { findPublicFigures } from '#modules/places/server/find-figures.ts';
import { findPublicPlace } from '#modules/places/server/find-public-place.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => ({
	view: new Handed({
		...(await findPublicPlace(locals.ctx, params.slug)),
		series: await findPublicFigures(locals.ctx, params.slug),
		base: locals.house.env.baseUrl
	})
});
