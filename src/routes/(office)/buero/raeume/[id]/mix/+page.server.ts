import { actionOn } from '#lib/server/action.ts';
import { callForm } from '#modules/groups/forms.ts';
import { callMix } from '#modules/groups/server/call-mix.ts';
import { listMixes } from '#modules/groups/server/list-mixes.ts';
import { readMixFilter } from '#modules/matching/mix-filter.ts';
import { findUseMix } from '#modules/matching/server/find-use-mix.ts';
import { isEditorOf } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const filter = readMixFilter(url.searchParams);
	const { ags } = await findProperty(ctx, params.id);
	return {
		...{ filter, mix: await findUseMix(ctx, params.id, filter.rules), mixes: await listMixes(ctx, params.id) },
		...{ mayCall: isEditorOf(ctx.actor, ags), now: ctx.now, isCalled: url.searchParams.has('gespeichert') }
	};
};

export const actions: Actions = {
	call: actionOn(callForm, (ctx, { id: propertyId, ...input }) => callMix(ctx, { propertyId, ...input }))
};
