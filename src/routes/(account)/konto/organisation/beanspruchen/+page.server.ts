import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { claimForm } from '#modules/organisations/forms.ts';
import { claimOrganisation } from '#modules/organisations/server/claim-organisation.ts';
import { findClaim } from '#modules/organisations/server/find-claim.ts';
import { findClaimTarget } from '#modules/organisations/server/find-claim-target.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const asked = (url.searchParams.get('ort') ?? '').slice(0, 200).trim();
	return { asked, target: asked ? await findClaimTarget(ctx, asked) : null, me: ctx.actor?.email ?? '' };
};

export const actions: Actions = {
	default: action(claimForm, async (input, { locals: { ctx } }) => {
		const claim = await findClaim(ctx, await claimOrganisation(ctx, input));
		if (claim.state === 'accepted') redirect(303, `/konto/organisation/${claim.organisation.id}?neu=kommune`);
		redirect(303, `/konto/organisation/anspruch/${claim.id}`);
	})
};
