import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { unfollowForm } from '#modules/procedures/forms-open.ts';
import { unfollowProcedure } from '#modules/procedures/server/follow-procedure.ts';
import { listFollowed } from '#modules/procedures/server/list-followed.ts';
import { listOwnProcedures } from '#modules/procedures/server/list-own-procedures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	houses: await listOwnProcedures(ctx),
	followed: await listFollowed(ctx),
	isDone: url.searchParams.has('entfolgt'),
	now: ctx.now
});

export const actions: Actions = {
	unfollow: action(unfollowForm, async ({ id }, { locals: { ctx } }) => {
		await unfollowProcedure(ctx, id);
		redirect(303, '/konto/verfahren?entfolgt');
	})
};
