import { findPublicStory } from '#modules/stories/server/list-public-stories.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx, house }, params }) => ({
	story: await findPublicStory(ctx, params.slug),
	base: house.env.baseUrl
});
