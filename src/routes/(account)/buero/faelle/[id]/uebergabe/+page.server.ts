import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { handOverForm } from '#modules/cases/forms-case.ts';
import { listNetworksToAsk } from '#modules/cases/server/find-case.ts';
import { handOverCase } from '#modules/cases/server/hand-over-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ networks: await listNetworksToAsk(ctx) });

export const actions: Actions = {
	default: action(handOverForm, async (input, { locals, params }) => {
		await handOverCase(locals.ctx, { id: params.id ?? '', input });
		return redirect(303, '/buero/faelle?uebergeben');
	})
};
