import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { meetingForm, proposalForm } from '#modules/admission/forms.ts';
import { proposeAppointment } from '#modules/admission/server/propose-appointment.ts';
import { recordMeeting } from '#modules/admission/server/record-meeting.ts';
import type { Actions } from './$types';

const address = z.object({ slug: z.string(), id: z.string() });
const back = ({ slug, id }: z.output<typeof address>, said: string) =>
	redirect(303, `/buero/netzwerk/${slug}/aufnahme/${id}/termine?neu=${said}`);

export const actions: Actions = {
	propose: action(z.intersection(proposalForm, address), async ({ slug, id, ...input }, { locals: { ctx } }) => {
		await proposeAppointment(ctx, { slug, id, input });
		return back({ slug, id }, 'vorschlag');
	}),
	record: action(meetingForm.extend(address.shape), async ({ slug, id, ...input }, { locals: { ctx } }) => {
		await recordMeeting(ctx, { slug, id, input });
		return back({ slug, id }, 'notiz');
	})
};
