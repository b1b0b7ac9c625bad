import { findByRenewalLink, renewByLink } from '#modules/requests/server/renew-by-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { title, slug, requestState, expiresAt } = await findByRenewalLink(ctx, url.searchParams.get('schluessel') ?? '');
	return { title, slug, isOver: requestState === 'fulfilled' || requestState === 'withdrawn', expiresAt };
};

export const actions: Actions = {
	default: async ({ locals: { ctx }, url }) => ({ renewed: await renewByLink(ctx, url.searchParams.get('schluessel') ?? '') })
};
