import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { proposeForm, timelineForm } from '#modules/procedures/forms.ts';
import { findTimeline } from '#modules/procedures/server/find-procedure.ts';
import { proposeTimeline, saveTimeline } from '#modules/procedures/server/save-timeline.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findTimeline(ctx, params.id)),
	isSaved: url.searchParams.has('gespeichert')
});

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}/zeitplan?gespeichert`);

export const actions: Actions = {
	save: action(timelineForm, async (input, { locals, params }, data) => {
		const conflict = await saveTimeline(locals.ctx, { id: params.id ?? '', ...input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	}),
	propose: action(proposeForm, async (input, { locals, params }, data) => {
		const conflict = await proposeTimeline(locals.ctx, { id: params.id ?? '', ...input }).then(() => null, conflictOf);
		return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : back(params.id);
	})
};
