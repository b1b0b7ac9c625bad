import { Handed } from '#lib/handed.ts';
import { findPublicFigures } from '#modules/places/server/find-figures.ts';
import { findPublicPlace } from '#modules/places/server/find-public-place.ts';
import { listPublicStories } from '#modules/stories/server/list-public-stories.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await findPublicPlace(locals.ctx, params.slug);
	return {
		view: new Handed({
			...found,
			series: await findPublicFigures(locals.ctx, params.slug),
			stories: await listPublicStories(locals.ctx, { placeId: found.content.id }),
			base: locals.house.env.baseUrl
		})
	};
};
