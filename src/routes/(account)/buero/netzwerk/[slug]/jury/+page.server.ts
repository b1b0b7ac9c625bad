import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { roundForm } from '#modules/places/forms-award.ts';
import { listRounds } from '#modules/places/server/list-rounds.ts';
import { saveRound } from '#modules/places/server/save-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => await listRounds(ctx, params.slug);

export const actions: Actions = {
	save: action(roundForm.safeExtend({ slug: z.string() }), async ({ slug, ...input }, { locals }) => {
		const id = await saveRound(locals.ctx, { slug, input });
		return redirect(303, `/buero/netzwerk/${slug}/jury/${id}`);
	})
};
