import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { changeScoreForm, noteForm, presentationForm, reasonForm } from '#modules/judging/forms.ts';
import { numberOf } from '#modules/judging/number.ts';
import { changeScore } from '#modules/judging/server/change-score.ts';
import { findDeliberation } from '#modules/judging/server/find-deliberation.ts';
import { noteDeliberation } from '#modules/judging/server/note-deliberation.ts';
import { cancelPresentation, planPresentation } from '#modules/judging/server/plan-presentation.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const number = numberOf(params.nummer);
	const found = await toFactorPage(
		() => findDeliberation(ctx, { id: params.id, number }),
		(to) => redirect(303, to),
		url
	);
	return { number, found, isSaved: url.searchParams.has('gespeichert') };
};

type Params = Partial<Record<string, string>>;
const which = (params: Params) => ({ id: params.id ?? '', number: numberOf(params.nummer) });
const back = (params: Params) => redirect(303, `/buero/verfahren/${params.id}/jurysitzung/${params.nummer}?gespeichert`);

export const actions: Actions = {
	change: action(changeScoreForm, async (input, { locals, params }) => {
		await changeScore(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	note: action(noteForm, async (input, { locals, params }) => {
		await noteDeliberation(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	plan: action(presentationForm, async (input, { locals, params }) => {
		await planPresentation(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	cancel: action(reasonForm, async ({ reason }, { locals, params }) => {
		await cancelPresentation(locals.ctx, { ...which(params), reason });
		return back(params);
	})
};
