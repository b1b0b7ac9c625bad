import { redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { outcomeForm } from '#modules/options/forms.ts';
import { findOutcomeStart } from '#modules/options/server/find-outcome-start.ts';
import { findOwnOption } from '#modules/options/server/find-own-option.ts';
import { tellOutcome } from '#modules/options/server/tell-outcome.ts';
import type { Actions, PageServerLoad } from './$types';

/** `netz`: the network whose indicators the form asks for. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const option = await findOwnOption(ctx, { id: params.id });
	if (!option.usedOn || option.place) redirect(303, `/konto/anhandgaben/${params.id}`);
	return { option, start: await findOutcomeStart(ctx, { id: params.id, network: url.searchParams.get('netz') ?? '' }) };
};

export const actions: Actions = {
	default: action(outcomeForm, async (input, { locals, params }, data) => {
		const typed = Object.entries(valuesOf(data)).filter(([name]) => name.startsWith('value_'));
		const values = Object.fromEntries(typed.map(([name, value]) => [name.slice(6), String(value)]));
		const placeId = await tellOutcome(locals.ctx, { id: params.id ?? '', input, values });
		return redirect(303, `/konto/orte/${placeId}?neu`);
	})
};
