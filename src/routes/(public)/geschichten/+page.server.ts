import { readStoryFilter } from '#modules/stories/story-filter.ts';
import { viewStories } from '#modules/stories/server/list-public-stories.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const filter = readStoryFilter(url.searchParams);
	return { filter, list: await viewStories(ctx, filter) };
};
