import { redirect } from '@sveltejs/kit';
import { action, actionOn } from '#lib/server/action.ts';
import { establishForm, legalFormForm, legalStepForm } from '#modules/groups/forms.ts';
import { isAlive } from '#modules/groups/group.ts';
import { chooseLegalForm } from '#modules/groups/server/choose-legal-form.ts';
import { establishGroup } from '#modules/groups/server/establish-group.ts';
import { findGroup } from '#modules/groups/server/find-group.ts';
import { findLegalWay } from '#modules/groups/server/find-legal-way.ts';
import { tickLegalStep } from '#modules/groups/server/tick-legal-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const own = await findGroup(ctx, params.id);
	const isOpen = isAlive(own.group.state) && own.group.state !== 'established';
	return { own, way: await findLegalWay(ctx, params.id), isOpen, isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	choose: actionOn(legalFormForm, chooseLegalForm),
	tick: actionOn(legalStepForm, tickLegalStep),
	establish: action(establishForm, async ({ legalName }, { locals, params }) => {
		const organisationId = await establishGroup(locals.ctx, { id: params.id ?? '', legalName });
		redirect(303, `/konto/organisation/${organisationId}`);
	})
};
