import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText, word } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { choiceForm } from '#modules/admission/forms.ts';
import { chooseOwnAppointment } from '#modules/admission/server/choose-appointment.ts';
import { findApplication } from '#modules/admission/server/find-application.ts';
import { withdrawApplication } from '#modules/admission/server/withdraw-application.ts';
import { meetingKinds } from '#modules/admission/vocabulary.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	application: await findApplication(ctx, params.id),
	said: url.searchParams.get('neu')
});

const back = (id: string, said: string) => redirect(303, `/konto/aufnahme/${id}?neu=${said}`);

export const actions: Actions = {
	choose: action(choiceForm.extend({ id: z.string(), kind: word(meetingKinds, 'interview') }), async (input, { locals: { ctx } }) => {
		await chooseOwnAppointment(ctx, input);
		return back(input.id, 'termin');
	}),
	withdraw: action(z.object({ id: z.string(), reason: optionalText(1000) }), async (input, { locals: { ctx } }) => {
		await withdrawApplication(ctx, input);
		return back(input.id, 'zurueckgezogen');
	})
};
