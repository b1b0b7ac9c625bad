import { redirect } from '@sveltejs/kit';
import { deviceLabel } from '#modules/people/session.ts';
import { findSignInLink } from '#modules/people/server/find-sign-in-link.ts';
import { signInWithLink } from '#modules/people/server/sign-in-with-link.ts';
import { Refusal } from '#lib/refusal.ts';
import { enter } from '../../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, found: await findSignInLink(locals.ctx, link) };
};

export const actions: Actions = {
	default: async (event) => {
		const link = String((await event.request.formData()).get('schluessel') ?? '');
		const device = deviceLabel(event.request.headers.get('user-agent'));
		const entered = await signInWithLink(event.locals.ctx, { link, device }).catch((error: unknown) => {
			if (error instanceof Refusal && error.status === 410) redirect(303, `/anmelden/link?schluessel=${encodeURIComponent(link)}`);
			throw error;
		});
		return enter(event, entered);
	}
};
