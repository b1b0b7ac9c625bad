import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { voteForm } from '#modules/places/forms-award.ts';
import { castVote } from '#modules/places/server/cast-vote.ts';
import { findJuryCase } from '#modules/places/server/find-jury-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ found: await findJuryCase(ctx, params.id) });

export const actions: Actions = {
	default: action(voteForm.extend({ id: z.string() }), async (input, { locals }) => {
		await castVote(locals.ctx, input);
		return redirect(303, `/konto/jury/${input.id}#urteil`);
	})
};
