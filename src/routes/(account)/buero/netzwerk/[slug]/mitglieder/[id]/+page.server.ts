import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { membershipForm } from '#modules/networks/forms.ts';
import { membershipSteps, stepsFrom, type MembershipStep } from '#modules/networks/membership.ts';
import { confirmValues } from '#modules/networks/server/confirm-values.ts';
import { findMembership } from '#modules/networks/server/list-memberships.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { updateMembership } from '#modules/networks/server/update-membership.ts';
import type { Actions, PageServerLoad } from './$types';

const address = z.object({ slug: z.string(), id: z.string() });
const step = z.enum(Object.keys(membershipSteps) as [MembershipStep, ...MembershipStep[]], { error: 'Diesen Schritt gibt es nicht.' });
const back = ({ slug, id }: z.output<typeof address>) => redirect(303, `/buero/netzwerk/${slug}/mitglieder/${id}?gespeichert`);

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent }) => {
	const found = await findMembership(ctx, params.slug, params.id);
	const { desk } = await parent();
	return { found, steps: stepsFrom(found.item.state, desk.network.openness).filter((name) => membershipSteps[name].by !== 'admission') };
};

export const actions: Actions = {
	step: action(address.extend({ step, reason: optionalText(1000) }), async ({ step, reason, ...at }, { locals: { ctx } }) => {
		const { item } = await findMembership(ctx, at.slug, at.id);
		await stepMembership(ctx, { slug: at.slug, organisationId: item.organisationId, step, reason });
		return back(at);
	}),
	values: action(address.extend({ version: z.coerce.number().int() }), async (input, { locals: { ctx } }) => {
		await confirmValues(ctx, input);
		return back(input);
	}),
	save: action(membershipForm.extend(address.shape), async ({ slug, id, ...input }, { locals: { ctx } }) => {
		await updateMembership(ctx, { slug, id, input });
		return back({ slug, id });
	})
};
