import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { newNetworkForm } from '#modules/networks/forms.ts';
import { mayCreateNetwork } from '#modules/networks/policy.ts';
import { createNetwork } from '#modules/networks/server/create-network.ts';
import { listOwnNetworks } from '#modules/networks/server/list-own-networks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [networks, mayCreate] = [await listOwnNetworks(ctx), mayCreateNetwork(ctx.actor)];
	if (!networks.length && !mayCreate) throw forbidden('Sie arbeiten zurzeit in keinem Netzwerk.');
	return { networks, mayCreate };
};

export const actions: Actions = {
	default: action(newNetworkForm, async (input, { locals }) => {
		const { slug } = await createNetwork(locals.ctx, input);
		return redirect(303, `/buero/netzwerk/${slug}`);
	})
};
