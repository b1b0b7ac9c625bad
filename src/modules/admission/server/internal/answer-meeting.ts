import { eq } from 'drizzle-orm';
import { Refusal, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { momentText } from '#lib/text/berlin.ts';
import { meetingKinds } from '../../vocabulary.ts';
import { applicationMeetings } from '../tables.ts';
import { endAppointmentAsk } from './ask-for-appointment.ts';
import type { Loaded } from './load-application.ts';
import { networkPeople } from './tell-of-change.ts';

type Meeting = typeof applicationMeetings.$inferSelect;
export type MeetingAnswer = { slot: string; note?: string };

export const chosenAlready = (meeting: Meeting): string =>
	meeting.chosenSlot
		? `Der Termin steht schon: ${momentText(meeting.chosenSlot)}. Muss er verlegt werden, schreiben Sie bitte dem Netzwerkbüro.`
		: 'Sie haben schon geantwortet, dass kein Vorschlag passt. Neue Vorschläge kommen mit eigener Mail.';

async function tellOffice(ctx: Ctx, { application, network, organisation }: Loaded, { id, kind, round, text }: Meeting & { text: string }) {
	const href = `/buero/netzwerk/${network.slug}/aufnahme/${application.id}/termine`;
	const data = { title: `${organisation.name}: ${meetingKinds[kind]}`, text, href };
	for (const personId of await networkPeople(ctx, network.id, 'office'))
		await addNotice(ctx, {
			personId,
			kind: 'admission.answer',
			subjectId: `${id}-${round}`,
			topic: 'admission',
			sender: network,
			minutes: 2,
			data
		});
}

/** Writes down which proposal fits, or that none does, once per round. The row is locked. */
export async function answerMeeting(
	ctx: Ctx,
	{ found, meeting, answer }: { found: Loaded; meeting: Meeting; answer: MeetingAnswer }
): Promise<void> {
	if (meeting.state !== 'proposed') throw new Refusal(409, 'answered-already', { message: chosenAlready(meeting) });
	const none = answer.slot === 'keiner';
	if (!none && !meeting.slots.includes(answer.slot))
		throw refused('no-such-slot', 'Bitte einen der vorgeschlagenen Termine wählen.', 'slot');
	const chosenSlot = none ? null : new Date(answer.slot);
	if (chosenSlot && chosenSlot <= ctx.now)
		throw refused('past', 'Dieser Termin ist inzwischen vorbei. Bitte einen anderen wählen oder sagen, dass keiner passt.', 'slot');
	await ctx.db
		.update(applicationMeetings)
		.set({
			...{ state: none ? 'none_fits' : 'chosen', chosenSlot, answerNote: answer.note ?? null },
			...{ answeredAt: ctx.now, answeredBy: ctx.actor?.id ?? null, version: meeting.version + 1 }
		})
		.where(eq(applicationMeetings.id, meeting.id));
	const text = chosenSlot ? `Gewählt: ${momentText(chosenSlot)}` : 'Kein Vorschlag passt. Bitte neue machen.';
	await endAppointmentAsk(ctx, meeting);
	await tellOffice(ctx, found, { ...meeting, text });
	await recordEvent(ctx, 'application.answered', { subjectId: found.application.id, data: { kind: meeting.kind, slot: answer.slot } });
}
