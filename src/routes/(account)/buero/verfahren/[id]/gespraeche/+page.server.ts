import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { cancelTalkForm, holdTalkForm, planTalkForm } from '#modules/judging/forms.ts';
import { findTalks } from '#modules/judging/server/find-talks.ts';
import { cancelTalk, holdTalk, planTalk } from '#modules/judging/server/plan-talk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { found: await findTalks(ctx, params.id), isSaved: url.searchParams.has('gespeichert') };
};

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}/gespraeche?gespeichert`);

export const actions: Actions = {
	plan: action(planTalkForm, async ({ number, ...input }, { locals, params }) => {
		await planTalk(locals.ctx, { id: params.id ?? '', number, input });
		return back(params.id);
	}),
	cancel: action(cancelTalkForm, async (input, { locals, params }) => {
		await cancelTalk(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	}),
	hold: action(holdTalkForm, async (input, { locals, params }) => {
		await holdTalk(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	})
};
