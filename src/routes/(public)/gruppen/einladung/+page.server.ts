import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { acceptForm } from '#modules/groups/forms.ts';
import { whyNotAccept } from '#modules/groups/invitation.ts';
import { acceptGroupInvitation } from '#modules/groups/server/accept-group-invitation.ts';
import { findGroupInvitation } from '#modules/groups/server/find-group-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking uses nothing up: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	const { kind, email, state, group } = await findGroupInvitation(ctx, link);
	const why = whyNotAccept({ kind, email, state }, ctx.actor?.email ?? null);
	const { name, idea, house } = group;
	return { link, kind, why, name, idea: why ? '' : idea, house: why ? null : house, isSignedIn: ctx.actor !== null };
};

export const actions: Actions = {
	default: action(acceptForm, async ({ schluessel }, { locals }) => {
		const { groupId } = await acceptGroupInvitation(locals.ctx, { link: schluessel });
		redirect(303, `/konto/gruppen/${groupId}`);
	})
};
