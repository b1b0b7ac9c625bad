import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { programmeForm } from '#modules/places/forms.ts';
import { listNetworkPlaces } from '#modules/places/server/list-network-places.ts';
import { saveProgramme } from '#modules/places/server/save-programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ places: await listNetworkPlaces(ctx, params.slug) });

export const actions: Actions = {
	programme: action(programmeForm.extend({ slug: z.string() }), async ({ slug, ...input }, { locals }) => {
		await saveProgramme(locals.ctx, { slug, input });
		return redirect(303, `/buero/netzwerk/${slug}/orte?gespeichert`);
	})
};
