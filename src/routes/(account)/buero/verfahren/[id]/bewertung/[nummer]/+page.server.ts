import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { reviewForm } from '#modules/judging/forms.ts';
import { numberOf } from '#modules/judging/number.ts';
import { findScoring } from '#modules/judging/server/find-scoring.ts';
import { saveReview } from '#modules/judging/server/save-review.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const number = numberOf(params.nummer);
	const found = await toFactorPage(
		() => findScoring(ctx, { id: params.id, number }),
		(to) => redirect(303, to),
		url
	);
	return { number, found, done: url.searchParams.get('getan') };
};

export const actions: Actions = {
	default: action(reviewForm, async (input, { locals, params }) => {
		await saveReview(locals.ctx, { id: params.id ?? '', number: numberOf(params.nummer), input });
		redirect(303, `/buero/verfahren/${params.id}/bewertung/${params.nummer}?getan=${input.isDone ? 'abgegeben' : 'gespeichert'}`);
	})
};
