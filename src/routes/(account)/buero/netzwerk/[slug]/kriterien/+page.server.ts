import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { catalogueForm } from '#modules/places/forms-award.ts';
import { findCatalogue } from '#modules/places/server/find-catalogue.ts';
import { publishCatalogue, saveCatalogue } from '#modules/places/server/publish-catalogue.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findCatalogue(ctx, params.slug),
	said: url.searchParams.get('neu')
});

const back = (slug: string, said: string) => redirect(303, `/buero/netzwerk/${slug}/kriterien?neu=${said}`);

export const actions: Actions = {
	save: action(catalogueForm.extend({ slug: z.string() }), async ({ slug, ...input }, { locals }) => {
		await saveCatalogue(locals.ctx, { slug, input });
		return back(slug, 'gespeichert');
	}),
	publish: action(z.object({ slug: z.string() }), async ({ slug }, { locals }) => {
		await publishCatalogue(locals.ctx, slug);
		return back(slug, 'veroeffentlicht');
	})
};
