import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { basicsForm, stepForm } from '#modules/procedures/forms.ts';
import { partnerForm } from '#modules/procedures/forms-partner.ts';
import { grantForm, releaseForm } from '#modules/procedures/forms-light.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { findProcedure } from '#modules/procedures/server/find-procedure.ts';
import { releaseDraft } from '#modules/procedures/server/release-draft.ts';
import { saveGrant } from '#modules/procedures/server/save-grant.ts';
import { savePartner } from '#modules/procedures/server/save-partner.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, parent }) => {
	const { head } = await parent();
	if (!head.isDesk) redirect(303, `/buero/verfahren/${params.id}/aufruf`);
	const isNew = url.searchParams.has('neu');
	const said = isNew
		? 'Das Verfahren ist begonnen. Öffentlich ist davon nichts.'
		: url.searchParams.has('gespeichert')
			? 'Gespeichert.'
			: null;
	return { found: await findProcedure(ctx, params.id), said };
};

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}?gespeichert`);

export const actions: Actions = {
	basics: action(basicsForm, async (input, { locals, params }, data) => {
		const conflict = await changeProcedure(locals.ctx, { id: params.id ?? '', input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	}),
	grant: action(grantForm, async (input, { locals, params }, data) => {
		const conflict = await saveGrant(locals.ctx, { id: params.id ?? '', input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	}),
	partner: action(partnerForm, async (input, { locals, params }, data) => {
		const conflict = await savePartner(locals.ctx, { id: params.id ?? '', input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	}),
	release: action(releaseForm, async (input, { locals, params }, data) => {
		const conflict = await releaseDraft(locals.ctx, { id: params.id ?? '', ...input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	}),
	step: action(stepForm, async (input, { locals, params }) => {
		await stepProcedure(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	})
};
