import { redirect } from '@sveltejs/kit';
import { actionOn } from '#lib/server/action.ts';
import { drawForm, nothingForm } from '#modules/awards/forms.ts';
import { announceLot, drawLot } from '#modules/awards/server/hold-lot.ts';
import { findEvaluation } from '#modules/awards/server/find-evaluation.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await toFactorPage(
		() => findEvaluation(ctx, params.id),
		(to) => redirect(303, to),
		url
	),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	announce: actionOn(nothingForm, (ctx, { id }) => announceLot(ctx, { id })),
	draw: actionOn(drawForm, (ctx, { id, word }) => drawLot(ctx, { id, word }))
};
