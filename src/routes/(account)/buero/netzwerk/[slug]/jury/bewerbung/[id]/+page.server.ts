import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { applicationSteps, type ApplicationStep } from '#modules/places/application.ts';
import { findOfficeApplication } from '#modules/places/server/find-office-application.ts';
import { saveOfficeNote } from '#modules/places/server/save-office-note.ts';
import { stepApplication } from '#modules/places/server/step-application.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent }) => {
	const { desk } = await parent();
	return { found: await findOfficeApplication(ctx, { networkId: desk.network.id, id: params.id }) };
};

const step = z.enum(Object.keys(applicationSteps) as [ApplicationStep, ...ApplicationStep[]], { error: 'Diesen Schritt gibt es nicht.' });

export const actions: Actions = {
	step: action(z.object({ id: z.string(), step, reason: optionalText(3000) }), async (input, { locals, url }) => {
		await stepApplication(locals.ctx, input);
		return redirect(303, url.pathname);
	}),
	note: action(z.object({ id: z.string(), officeNote: optionalText(2000) }), async (input, { locals, url }) => {
		await saveOfficeNote(locals.ctx, input);
		return redirect(303, url.pathname);
	})
};
