import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { decisionForm, domainsForm } from '#modules/organisations/forms.ts';
import { mayDecideClaims } from '#modules/organisations/policy.ts';
import { decideClaim } from '#modules/organisations/server/decide-claim.ts';
import { findClaim } from '#modules/organisations/server/find-claim.ts';
import { saveMailDomains } from '#modules/organisations/server/save-mail-domains.ts';
import { writeClaimLetter } from '#modules/organisations/server/write-claim-letter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	if (!mayDecideClaims(locals.ctx.actor)) throw forbidden();
	setHeaders({ 'cache-control': 'no-store' });
	return { claim: await findClaim(locals.ctx, params.id), address: locals.house.env.baseUrl, now: locals.ctx.now };
};

const id = z.uuid('Diesen Anspruch gibt es nicht mehr.');

export const actions: Actions = {
	/** The code is in this answer and nowhere else; only its hash is kept. */
	letter: action(z.object({ id }), async (input, { locals }) => ({ letter: await writeClaimLetter(locals.ctx, input.id) })),
	decide: action(decisionForm.safeExtend({ id }), async (input, { locals }) => {
		await decideClaim(locals.ctx, input);
		redirect(303, '/buero/ansprueche');
	}),
	domains: action(domainsForm.extend({ id }), async (input, { locals: { ctx } }) => {
		const { organisation } = await findClaim(ctx, input.id);
		await saveMailDomains(ctx, { id: organisation.id, domains: input.domains });
		redirect(303, `/buero/ansprueche/${input.id}`);
	})
};
