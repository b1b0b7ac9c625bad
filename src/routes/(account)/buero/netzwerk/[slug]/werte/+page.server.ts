import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { valuesForm } from '#modules/networks/forms.ts';
import { listValues } from '#modules/networks/server/list-values.ts';
import { saveValues } from '#modules/networks/server/save-values.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ versions: await listValues(ctx, params.slug) });

export const actions: Actions = {
	default: action(valuesForm, async (input, { locals, params }) => {
		const slug = params.slug ?? '';
		await saveValues(locals.ctx, { slug, input });
		return redirect(303, `/buero/netzwerk/${slug}/werte?gespeichert`);
	})
};
