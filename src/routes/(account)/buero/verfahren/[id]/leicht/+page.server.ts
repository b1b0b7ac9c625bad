import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { Refusal } from '#lib/refusal.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { proposeForm, timelineForm } from '#modules/procedures/forms.ts';
import { aboutForm, chooseFormForm, settleForm } from '#modules/procedures/forms-light.ts';
import { stepFrom } from '#modules/procedures/light.ts';
import { chooseForm } from '#modules/procedures/server/choose-form.ts';
import { describeLight } from '#modules/procedures/server/describe-light.ts';
import { findLight } from '#modules/procedures/server/find-light.ts';
import { proposeTimeline, saveTimeline } from '#modules/procedures/server/save-timeline.ts';
import { settleLight } from '#modules/procedures/server/settle-light.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, parent }) => {
	const light = await findLight(ctx, params.id);
	const { head } = await parent();
	if (!head.isWritable) redirect(303, `/buero/verfahren/${params.id}`);
	const { searchParams: asked } = url;
	return {
		step: stepFrom(asked),
		light,
		isNew: asked.has('neu'),
		isSaved: asked.has('gespeichert'),
		asksAll: asked.has('fehlt')
	};
};

const to = (id: string | undefined, then: string) => redirect(303, `/buero/verfahren/${id}/leicht?schritt=${then}`);
/** Runs a command; where somebody was faster the form gets both texts, otherwise it goes on. */
async function orBoth(run: Promise<unknown>, data: FormData, then: () => Promise<never> | never) {
	const conflict = await run.then(() => null, conflictOf);
	return conflict ? fail(409, { values: valuesOf(data), issues: {}, ...conflict }) : then();
}

export const actions: Actions = {
	form: action(chooseFormForm, (input, { locals, params: { id = '' } }, data) =>
		orBoth(chooseForm(locals.ctx, { id, ...input }), data, () => to(id, 'worum'))
	),
	about: action(aboutForm, (input, { locals, params: { id = '' } }, data) =>
		orBoth(describeLight(locals.ctx, { id, input }), data, () => to(id, 'tage'))
	),
	save: action(timelineForm, (input, { locals, params: { id = '' } }, data) =>
		orBoth(saveTimeline(locals.ctx, { id, ...input }), data, () => to(id, 'tage&gespeichert'))
	),
	propose: action(proposeForm, (input, { locals, params: { id = '' } }, data) =>
		orBoth(proposeTimeline(locals.ctx, { id, ...input }), data, () => to(id, 'tage&gespeichert'))
	),
	settle: action(settleForm, (input, { locals, params: { id = '' } }, data) =>
		orBoth(settleLight(locals.ctx, { id, input }), data, async () => {
			if (!input.isDone) return to(id, 'wer&gespeichert');
			const missing = await stepProcedure(locals.ctx, { id, step: 'finish' }).then(
				() => false,
				(error: unknown) => (error instanceof Refusal && error.status === 409 ? true : Promise.reject(error))
			);
			return missing ? to(id, 'wer&fehlt') : redirect(303, `/buero/verfahren/${id}?gespeichert`);
		})
	)
};
