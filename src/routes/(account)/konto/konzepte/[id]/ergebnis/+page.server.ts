import { actionOn } from '#lib/server/action.ts';
import { objectForm, withdrawForm } from '#modules/awards/forms.ts';
import { findOwnResult } from '#modules/awards/server/find-own-result.ts';
import { raiseObjection } from '#modules/awards/server/raise-objection.ts';
import { withdrawObjection } from '#modules/awards/server/settle-objection.ts';
import { listOwnOptions } from '#modules/options/server/list-own-options.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	own: await findOwnResult(ctx, params.id),
	option: (await listOwnOptions(ctx, { conceptId: params.id }))[0] ?? null,
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	object: actionOn(objectForm, (ctx, { id: conceptId, text }) => raiseObjection(ctx, { conceptId, text })),
	withdraw: actionOn(withdrawForm, (ctx, { id: conceptId, objectionId }) => withdrawObjection(ctx, { conceptId, objectionId }))
};
