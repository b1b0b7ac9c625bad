import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { learningGroupForm } from '#modules/places/forms-exchange.ts';
import { listLearningGroups } from '#modules/places/server/list-learning-groups.ts';
import { saveLearningGroup } from '#modules/places/server/save-learning-group.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const groups = await listLearningGroups(ctx, params.slug);
	return { groups, edit: groups.find(({ id }) => id === url.searchParams.get('eintrag')) ?? null };
};

export const actions: Actions = {
	default: action(
		learningGroupForm.extend({ slug: z.string(), id: z.union([z.uuid(), z.literal('')]).optional() }),
		async ({ slug, id, ...input }, { locals }) => {
			await saveLearningGroup(locals.ctx, { slug, id: id || undefined, input });
			return redirect(303, `/buero/netzwerk/${slug}/lerngruppen`);
		}
	)
};
