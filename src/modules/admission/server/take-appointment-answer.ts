import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listAsked } from '#modules/people/server/list-asked.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { isClosed } from '../vocabulary.ts';
import { answerMeeting } from './internal/answer-meeting.ts';
import { appointmentAsk, roundOf } from './internal/ask-for-appointment.ts';
import { loadApplication } from './internal/load-application.ts';
import { applicationMeetings } from './tables.ts';

/** The reaction to an answered question: when it asked for an appointment, the answer is taken, unless somebody was faster. */
export async function takeAppointmentAnswer(ctx: Ctx, { data, actorId }: RecordedEvent): Promise<void> {
	const [kind, subjectId] = [String(data.kind), String(data.subjectId)];
	if (kind !== appointmentAsk) return;
	const given = (await listAsked(ctx, { kind, subjectId })).find(({ personId }) => personId === data.personId)?.answer;
	if (!given) return;
	const { id, round } = roundOf(subjectId);
	const actor = actorId ? { id: actorId, name: '', email: '', grants: [] } : null;
	await ctx.db
		.transaction(async (db) => {
			const inside = { ...ctx, db, actor };
			const [meeting] = await db.select().from(applicationMeetings).where(eq(applicationMeetings.id, id)).for('update');
			if (!meeting || String(meeting.round) !== round || meeting.state !== 'proposed') return;
			const found = await loadApplication(inside, meeting.applicationId);
			if (isClosed(found.application.state)) return;
			await answerMeeting(inside, { found, meeting, answer: { slot: given.choices[0] ?? '', note: given.words || undefined } });
		})
		.catch((error: unknown) => {
			if (!(error instanceof Refusal)) throw error;
		});
}
