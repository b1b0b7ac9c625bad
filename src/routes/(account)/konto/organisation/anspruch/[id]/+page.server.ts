import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { codeForm } from '#modules/organisations/forms.ts';
import { enterClaimCode } from '#modules/organisations/server/enter-claim-code.ts';
import { findClaim } from '#modules/organisations/server/find-claim.ts';
import { withdrawClaim } from '#modules/organisations/server/withdraw-claim.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { id, personId, organisation, method, state, email, reason, codeUntil, createdAt } = await findClaim(ctx, params.id);
	if (personId !== ctx.actor?.id) throw notFound();
	return {
		claim: { id, organisation: { id: organisation.id, name: organisation.name }, method, state, email, reason, codeUntil, createdAt }
	};
};

export const actions: Actions = {
	code: action(codeForm, async ({ code }, { locals: { ctx }, params }) => {
		const { organisationId } = await enterClaimCode(ctx, { id: params.id ?? '', code });
		redirect(303, `/konto/organisation/${organisationId}?neu=kommune`);
	}),
	withdraw: action(z.object({}), async (_input, { locals: { ctx }, params }) => {
		await withdrawClaim(ctx, params.id ?? '');
		redirect(303, '/konto/organisation');
	})
};
