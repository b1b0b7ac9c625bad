import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden, notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { criterionForm } from '#modules/places/forms-award.ts';
import { findCatalogue } from '#modules/places/server/find-catalogue.ts';
import { saveCriterion } from '#modules/places/server/save-criterion.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { catalogue, mayRun } = await findCatalogue(ctx, params.slug);
	if (!mayRun) throw forbidden('Das ist Sache des Netzwerkbüros.');
	const criterion = catalogue.criteria.find(({ number }) => String(number) === params.nummer);
	if (!criterion) throw notFound();
	return { criterion };
};

export const actions: Actions = {
	default: action(criterionForm.extend({ slug: z.string() }), async ({ slug, ...input }, { locals }) => {
		await saveCriterion(locals.ctx, { slug, input });
		return redirect(303, `/buero/netzwerk/${slug}/kriterien?neu=gespeichert`);
	})
};
