import { redirect } from '@sveltejs/kit';
import { findFile } from '#modules/awards/server/find-file.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await toFactorPage(
		() => findFile(ctx, params.id),
		(to) => redirect(303, to),
		url
	)
});
