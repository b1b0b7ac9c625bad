import { and, eq } from 'drizzle-orm';
import { Refusal, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { isClosed, type MeetingKind } from '../vocabulary.ts';
import { answerMeeting, chosenAlready, type MeetingAnswer } from './internal/answer-meeting.ts';
import { ownApplication } from './internal/application-for.ts';
import { loadApplication } from './internal/load-application.ts';
import { applicationMeetings } from './tables.ts';

export type AppointmentQuestion = {
	network: string;
	slug: string;
	organisation: string;
	kind: MeetingKind;
	slots: { value: string; at: Date; isPast: boolean }[];
	place: string | null;
	link: string | null;
	message: string | null;
	/** When it was answered already: the sentence that says so. */
	answered: string | null;
};

/** The meeting that a link was made for, in the round it was made for. 410 when the link is old, changed, or the application is closed. */
async function meetingOfLink(ctx: Ctx, link: string) {
	const { meeting: id = '', round = '' } = await verifyLink(ctx, { purpose: 'choose-appointment', token: link });
	const [meeting] = await ctx.db.select().from(applicationMeetings).where(eq(applicationMeetings.id, id)).for('update');
	if (!meeting) throw new Refusal(410, 'link-gone', { message: 'Diesen Antrag gibt es nicht mehr.' });
	if (String(meeting.round) !== round)
		throw new Refusal(410, 'link-old', { message: 'Inzwischen gibt es neue Vorschläge. Bitte den Link aus der neueren Mail nehmen.' });
	const found = await loadApplication(ctx, meeting.applicationId);
	if (isClosed(found.application.state))
		throw new Refusal(410, 'link-gone', { message: 'Dieser Antrag ist abgeschlossen. Ein Termin wird nicht mehr gesucht.' });
	return { meeting, found };
}

/** What the link of a mail asks. Looking changes nothing: mail scanners look at every link. */
export async function findAppointment(ctx: Ctx, link: string): Promise<AppointmentQuestion> {
	return ctx.db.transaction(async (db) => {
		const { meeting, found } = await meetingOfLink({ ...ctx, db }, link);
		return {
			...{ network: found.network.name, slug: found.network.slug, organisation: found.organisation.name, kind: meeting.kind },
			...{ place: meeting.place, link: meeting.link, message: meeting.message },
			slots: meeting.slots.map((value) => ({ value, at: new Date(value), isPast: new Date(value) <= ctx.now })),
			answered: meeting.state === 'proposed' ? null : chosenAlready(meeting)
		};
	});
}

/** Answers by the link of a mail, without sign-in; once per round. */
export async function chooseAppointment(ctx: Ctx, { link, ...answer }: MeetingAnswer & { link: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await answerMeeting(inside, { ...(await meetingOfLink(inside, link)), answer });
	});
}

/** The same from the account of somebody who writes for the town. */
export async function chooseOwnAppointment(
	ctx: Ctx,
	{ id, kind, ...answer }: MeetingAnswer & { id: string; kind: MeetingKind }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await ownApplication(inside, id, { write: true });
		const of = and(eq(applicationMeetings.applicationId, id), eq(applicationMeetings.kind, kind));
		const [meeting] = await db.select().from(applicationMeetings).where(of).for('update');
		if (!meeting) throw notFound();
		await answerMeeting(inside, { found, meeting, answer });
	});
}
