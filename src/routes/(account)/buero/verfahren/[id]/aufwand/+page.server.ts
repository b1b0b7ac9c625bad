import { fail, redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { hoursForm } from '#modules/procedures/forms.ts';
import { notWritable } from '#modules/procedures/procedure.ts';
import { findCriteria } from '#modules/procedures/server/find-procedure.ts';
import { setHours } from '#modules/procedures/server/set-hours.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent }) => {
	const { own, version } = await findCriteria(ctx, params.id);
	if (!(await parent()).head.isWritable) throw forbidden(notWritable);
	return { own, version };
};

export const actions: Actions = {
	default: action(hoursForm, async (input, { locals, params }, data) => {
		const conflict = await setHours(locals.ctx, { id: params.id ?? '', ...input }).then(() => null, conflictOf);
		if (conflict) return fail(409, { values: valuesOf(data), issues: {}, ...conflict });
		return redirect(303, `/buero/verfahren/${params.id}/kriterien?getan=gespeichert#aufwand`);
	})
};
