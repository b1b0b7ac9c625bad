import { and, eq } from 'drizzle-orm';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { plantApplication, plantProposal } from '#testing/admission.ts';
import { expect, now, test } from '#testing/world.ts';
import { newId } from '#lib/server/id.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { findAsk } from '#modules/people/server/find-ask.ts';
import { listAsks } from '#modules/people/server/list-asks.ts';
import { sendBriefs } from '#modules/people/server/send-briefs.ts';
import { events } from '#modules/people/server/tables.ts';
import { postedMails } from '#testing/post.ts';
import { applicationMeetings } from './tables.ts';
import { takeAppointmentAnswer } from './take-appointment-answer.ts';

const monday = new Date('2026-11-23T06:00:00Z');

/** What the worker does with everything that was answered so far. */
async function react(ctx: Ctx): Promise<void> {
	for (const event of await ctx.db.select().from(events).where(eq(events.kind, 'ask.answered'))) await takeAppointmentAnswer(ctx, event);
}

test('an appointment waits among the questions: the contact has the letter, a colleague the brief, and the first answer counts', async ({
	db,
	as
}) => {
	const at = await plantApplication({ db, as }, 'interview_scheduling');
	const seat = { id: newId(), organisationId: organisationOf(angermuende), personId: cast.jonas.id, startsAt: now, createdAt: now };
	await db.insert(seats).values({ ...seat, function: 'mayor', rights: 'edit' });
	const { slot, meeting } = await plantProposal({ db, as }, at);
	await sendBriefs({ ...as(null), now: monday });
	const briefs = (await postedMails(db)).filter(({ template }) => template === 'brief');
	expect(briefs.map(({ to }) => to)).toContain(cast.jonas.email);
	expect(briefs.map(({ to }) => to)).not.toContain(cast.ines.email);
	const [question] = (await listAsks(as('jonas'))).open;
	expect((await listAsks(as('ines'))).open).toHaveLength(1);
	await answerAsk(as('jonas'), { id: question?.id ?? '', answer: { choices: [slot], words: 'Gern früh.' } });
	await react(as(null));
	await react(as(null));
	const chosen = and(eq(applicationMeetings.id, meeting), eq(applicationMeetings.state, 'chosen'));
	expect(await db.select().from(applicationMeetings).where(chosen)).toMatchObject([
		{ answeredBy: cast.jonas.id, answerNote: 'Gern früh.' }
	]);
	expect((await listAsks(as('ines'))).open).toEqual([]);
	expect((await findAsk(as('jonas'), question?.id ?? '')).closed).toContain('Frist');
});

test('new proposals end the old question', async ({ db, as }) => {
	const at = await plantApplication({ db, as }, 'interview_scheduling');
	await plantProposal({ db, as }, at);
	await plantProposal({ db, as }, at);
	expect((await listAsks(as('ines'))).open).toHaveLength(1);
});
