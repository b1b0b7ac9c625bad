import { Handed } from '#lib/handed.ts';
import { action } from '#lib/server/action.ts';
import { subscribeForm } from '#modules/networks/forms.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import { subscribeToNetwork } from '#modules/networks/server/subscribe-to-network.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx, house }, params }) => ({
	wide: true,
	base: house.env.baseUrl,
	view: new Handed(await findPublicNetwork(ctx, params.slug))
});

export const actions: Actions = {
	vormerken: action(subscribeForm, async (input, { locals, params, getClientAddress }) => {
		await subscribeToNetwork(locals.ctx, { slug: params.slug ?? '', input, address: getClientAddress() });
		return { noted: true };
	})
};
