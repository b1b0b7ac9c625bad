import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { forbidden, notFound } from '#lib/refusal.ts';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { areaForm, eligibilityForm, leafForm, partKinds } from '#modules/procedures/forms.ts';
import { leavesOf } from '#modules/procedures/criteria.ts';
import { notWritable } from '#modules/procedures/procedure.ts';
import { findCriteria } from '#modules/procedures/server/find-procedure.ts';
import { saveArea } from '#modules/procedures/server/save-area.ts';
import { saveEligibility } from '#modules/procedures/server/save-eligibility.ts';
import { saveLeaf } from '#modules/procedures/server/save-leaf.ts';
import type { Actions, PageServerLoad } from './$types';

/** `eintrag`: which one is changed; without it a new one begins, a criterion in `bereich`. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url, parent }) => {
	const kind = Object.hasOwn(partKinds, params.teil) ? partKinds[params.teil as keyof typeof partKinds] : null;
	if (!kind) throw notFound();
	const { criteria } = await findCriteria(ctx, params.id);
	if (!(await parent()).head.isWritable) throw forbidden(notWritable);
	const wanted = url.searchParams.get('eintrag');
	const parts = { area: criteria.areas, leaf: leavesOf(criteria), eligibility: criteria.eligibility };
	const areas = Object.fromEntries(criteria.areas.map(({ id, title }) => [id, title]));
	if (kind === 'leaf' && !criteria.areas.length) redirect(303, `/buero/verfahren/${params.id}/kriterien/bereich`);
	const found = parts[kind].find(({ id }) => id === wanted);
	if (wanted && !found) throw notFound('Das gibt es nicht mehr. Jemand hat es inzwischen entfernt.');
	return { kind, areas, part: found ?? null, areaId: url.searchParams.get('bereich') };
};

/** Saves, or gives both texts back when somebody was faster. */
async function keep(saved: Promise<string>, { params }: RequestEvent, data: FormData) {
	const conflict = await saved.then(() => null, conflictOf);
	return conflict
		? fail(409, { values: valuesOf(data), issues: {}, ...conflict })
		: redirect(303, `/buero/verfahren/${params.id}/kriterien?getan=gespeichert`);
}
const idOf = ({ params }: RequestEvent) => params.id ?? '';

export const actions: Actions = {
	area: action(areaForm, (input, event, data) => keep(saveArea(event.locals.ctx, { id: idOf(event), input }), event, data)),
	leaf: action(leafForm, (input, event, data) => keep(saveLeaf(event.locals.ctx, { id: idOf(event), input }), event, data)),
	eligibility: action(eligibilityForm, (input, event, data) =>
		keep(saveEligibility(event.locals.ctx, { id: idOf(event), input }), event, data)
	)
};
