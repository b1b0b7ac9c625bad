import { confirmMessage, findMessageToConfirm } from '#modules/cases/server/confirm-message.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, message: await findMessageToConfirm(ctx, link) };
};

export const actions: Actions = {
	default: async ({ locals: { ctx }, url }) => {
		await confirmMessage(ctx, url.searchParams.get('schluessel') ?? '');
		return { sent: true };
	}
};
