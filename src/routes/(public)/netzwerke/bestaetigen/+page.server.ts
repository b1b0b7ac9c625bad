import { confirmSubscription, findSubscription } from '#modules/networks/server/confirm-subscription.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, subscription: await findSubscription(ctx, { link, to: 'confirm' }) };
};

export const actions: Actions = {
	default: async ({ locals: { ctx }, url }) => confirmSubscription(ctx, url.searchParams.get('schluessel') ?? '')
};
