import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { reofferForm } from '#modules/options/forms.ts';
import { listOwnOptions, listPassedOver } from '#modules/options/server/list-own-options.ts';
import { seekAgain } from '#modules/options/server/seek-again.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const shown = url.searchParams.get('gezeigt') ?? '';
	return { own: await listOwnOptions(ctx), passed: await listPassedOver(ctx), shown: /^[0-9a-f-]{36}$/.test(shown) ? shown : null };
};

export const actions: Actions = {
	seek: action(reofferForm, async (input, { locals }) => {
		const { id, is } = await seekAgain(locals.ctx, input);
		return redirect(303, is === 'shown' ? `/konto/anhandgaben?gezeigt=${id}` : `/konto/gesuche/${id}`);
	})
};
