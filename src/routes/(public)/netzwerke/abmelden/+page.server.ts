import { endSubscription, findSubscription } from '#modules/networks/server/confirm-subscription.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Looking changes nothing; the POST does, from the button here or from the mail program itself (RFC 8058). */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, subscription: await findSubscription(ctx, { link, to: 'end' }) };
};

export const actions: Actions = {
	default: async ({ locals: { ctx }, url }) => {
		await endSubscription(ctx, url.searchParams.get('schluessel') ?? '');
		return { done: true };
	}
};
