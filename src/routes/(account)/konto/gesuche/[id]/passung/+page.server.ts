import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { pairForm } from '#modules/matching/forms.ts';
import { readPairFilter } from '#modules/matching/pair-filter.ts';
import { backToPair } from '#modules/matching/pair-href.ts';
import { explainRequest } from '#modules/matching/server/explain-request.ts';
import { stepMatch } from '#modules/matching/server/step-match.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await explainRequest(ctx, params.id)),
	filter: readPairFilter(url.searchParams),
	chosen: url.searchParams.get('paar'),
	isNew: url.searchParams.has('neu')
});

export const actions: Actions = {
	default: action(pairForm, async ({ id, other, step, reason }, { locals, url }) => {
		await stepMatch(locals.ctx, { requestId: id, spaceId: other, step, reason });
		redirect(303, backToPair(url, other));
	})
};
