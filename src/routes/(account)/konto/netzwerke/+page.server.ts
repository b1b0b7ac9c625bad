import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { partnerForm } from '#modules/networks/forms.ts';
import { confirmValues } from '#modules/networks/server/confirm-values.ts';
import { listOwnMemberships } from '#modules/networks/server/list-own-memberships.ts';
import { listOwnNetworks } from '#modules/networks/server/list-own-networks.ts';
import { listJuryCases } from '#modules/places/server/list-jury-cases.ts';
import { savePartner } from '#modules/networks/server/save-partner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	memberships: await listOwnMemberships(ctx),
	networks: await listOwnNetworks(ctx),
	isJuror: (await listJuryCases(ctx)).length > 0
});

const id = z.uuid();
const back = () => redirect(303, '/konto/netzwerke?gespeichert');

export const actions: Actions = {
	confirm: action(z.object({ id, version: z.coerce.number().int() }), async (input, { locals }) => {
		await confirmValues(locals.ctx, input);
		return back();
	}),
	save: action(partnerForm.extend({ id }), async ({ id, ...input }, { locals }) => {
		await savePartner(locals.ctx, { id, input });
		return back();
	})
};
