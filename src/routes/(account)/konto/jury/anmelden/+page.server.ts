import { redirect } from '@sveltejs/kit';
import { wayBack } from '#modules/judging/to-factor-page.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import type { PageServerLoad } from './$types';

/** Why a second factor is needed and how to set it up; whoever has one goes on to where they wanted to be. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const to = wayBack(url.searchParams.get('weiter'));
	if (ctx.actor && (await hasSecondFactor(ctx))) redirect(303, to);
	return { to };
};
