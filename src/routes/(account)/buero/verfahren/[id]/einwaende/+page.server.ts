import { actionOn } from '#lib/server/action.ts';
import { answerForm } from '#modules/awards/forms.ts';
import { listObjections } from '#modules/awards/server/list-objections.ts';
import { answerObjection } from '#modules/awards/server/settle-objection.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await listObjections(ctx, params.id),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	answer: actionOn(answerForm, (ctx, { id, ...input }) => answerObjection(ctx, { id, input }))
};
