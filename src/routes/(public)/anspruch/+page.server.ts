import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { confirmClaim } from '#modules/organisations/server/confirm-claim.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	await verifyLink(ctx, { purpose: 'claim', token: link });
	return { link, isSignedIn: ctx.actor !== null };
};

export const actions: Actions = {
	default: action(z.object({ schluessel: z.string() }), async ({ schluessel }, { locals }) => {
		const { organisationId } = await confirmClaim(locals.ctx, { link: schluessel });
		redirect(303, `/konto/organisation/${organisationId}?neu=kommune`);
	})
};
