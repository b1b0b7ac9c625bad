import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { findCase, listOwnDesks } from '#modules/cases/server/find-case.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { isOffice } from '#modules/people/actor.ts';
import { tourForm } from '#modules/tours/forms.ts';
import { beginTour } from '#modules/tours/server/begin-tour.ts';
import type { Actions, PageServerLoad } from './$types';

/** `fall`: the case to which it belongs; without it a new one is opened. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!(await hasCaseDesk(ctx))) throw forbidden('Einen Spaziergang plant, wer für eine Kommune oder in einem Netzwerkbüro arbeitet.');
	const caseId = url.searchParams.get('fall');
	const found = caseId ? await findCase(ctx, caseId) : null;
	return {
		of: found && { id: found.row.id, title: found.row.title },
		desks: await listOwnDesks(ctx),
		isOffice: isOffice(ctx.actor)
	};
};

export const actions: Actions = {
	default: action(tourForm, async (input, { locals }) => redirect(303, `/buero/spaziergaenge/${await beginTour(locals.ctx, input)}`))
};
