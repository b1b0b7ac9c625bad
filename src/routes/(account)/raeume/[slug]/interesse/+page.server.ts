import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { pairForm } from '#modules/matching/forms.ts';
import { addWatch } from '#modules/matching/server/add-watch.ts';
import { explainPairs } from '#modules/matching/server/explain-pairs.ts';
import { stepMatch } from '#modules/matching/server/step-match.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => explainPairs(ctx, params.slug);

export const actions: Actions = {
	step: action(pairForm, async ({ id, other, step, reason }, { locals, params }) => {
		await stepMatch(locals.ctx, { requestId: id, spaceId: other, step, reason });
		redirect(303, `/raeume/${params.slug}/interesse`);
	}),
	watch: async ({ locals: { ctx }, params }) => {
		await addWatch(ctx, { kind: 'space', subjectId: params.slug });
		redirect(303, '/konto/merkliste');
	}
};
