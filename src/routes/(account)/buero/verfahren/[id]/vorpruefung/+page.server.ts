import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { inviteForm } from '#modules/judging/forms.ts';
import { admitCandidates } from '#modules/judging/server/admit-candidates.ts';
import { listPrecheck } from '#modules/judging/server/find-precheck.ts';
import { inviteCandidates } from '#modules/judging/server/invite-candidates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { precheck: await listPrecheck(ctx, params.id), isDone: url.searchParams.has('getan') };
};

export const actions: Actions = {
	admit: action(z.object({}), async (_, { locals, params }) => {
		await admitCandidates(locals.ctx, { id: params.id ?? '' });
		return redirect(303, `/buero/verfahren/${params.id}/bewertung?getan=zugelassen`);
	}),
	invite: action(inviteForm, async (input, { locals, params }) => {
		await inviteCandidates(locals.ctx, { id: params.id ?? '', input });
		return redirect(303, `/buero/verfahren/${params.id}`);
	})
};
