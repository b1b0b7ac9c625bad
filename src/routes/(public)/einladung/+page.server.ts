import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { hintOf, whyNotAccept } from '#modules/organisations/invitation.ts';
import { acceptInvitation } from '#modules/organisations/server/accept-invitation.ts';
import { findInvitation } from '#modules/organisations/server/find-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	const { email, organisation, title, rights, state, function: duty } = await findInvitation(ctx, link);
	const why = whyNotAccept(state, { email, own: ctx.actor?.email ?? email });
	return { link, organisation, duty, title, rights, for: hintOf(email), why, isSignedIn: ctx.actor !== null };
};

export const actions: Actions = {
	default: action(z.object({ schluessel: z.string() }), async ({ schluessel }, { locals }) => {
		const { organisationId } = await acceptInvitation(locals.ctx, { link: schluessel });
		redirect(303, `/konto/organisation/${organisationId}?neu=platz`);
	})
};
