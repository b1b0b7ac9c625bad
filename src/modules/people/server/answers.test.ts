import { and, eq } from 'drizzle-orm';
import { organisationOf, cast, herzberg } from '#testing/cast.ts';
import { plantAsk, postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import { momentAfter } from '#modules/organisations/seat.ts';
import { announceAbsence } from '#modules/organisations/server/announce-absence.ts';
import { endSeat } from '#modules/organisations/server/end-seat.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { giveSeat } from '#modules/organisations/server/give-seat.ts';
import { takeOverSeat } from '#modules/organisations/server/take-over-seat.ts';
import type { Ctx } from '../actor.ts';
import { answerAsk } from './answer-ask.ts';
import { answerWithLink, findAskWithLink } from './answer-with-link.ts';
import { findAsk } from './find-ask.ts';
import { listAsked } from './list-asked.ts';
import { listAsks } from './list-asks.ts';
import { events } from './tables.ts';
import { notices } from './post-tables.ts';
import { endAbsence } from './save-absence.ts';
import { sendBriefs } from './send-briefs.ts';
import { signLink } from './sign-link.ts';
import { remindUnanswered, withdrawNotices } from './withdraw-notices.ts';

const mayor = cast.friedrich.id;
const town = organisationOf(herzberg);
const monday = new Date('2026-11-23T06:00:00Z');
const yes = { choices: ['yes'], words: '' };
const no = { choices: ['no'], words: 'leider' };

async function asked(ctx: Ctx, over: Partial<Parameters<typeof plantAsk>[1]> = {}) {
	const subjectId = await plantAsk(ctx, { personId: mayor, onBehalfOf: { organisationId: town, until: null }, ...over });
	const [row] = await ctx.db.select({ id: notices.id }).from(notices).where(eq(notices.subjectId, subjectId));
	const link = (person = mayor) => signLink(ctx, { purpose: 'answer', data: { notice: row?.id ?? '', person }, days: 30 });
	return { subjectId, id: row?.id ?? '', link };
}

test('an answer from the mail needs no sign-in, and can be changed until it is due', async ({ as, db }) => {
	const dueAt = new Date(now.getTime() + 86_400_000);
	const { id, link, subjectId } = await asked(as(null), { dueAt });
	const key = await link();
	expect(await findAskWithLink(as(null), key)).toMatchObject({ reader: 'Friedrich Nowak', answer: null, closed: null });
	await answerWithLink(as(null), { link: key, answer: yes });
	await answerWithLink(as(null), { link: key, answer: no });
	expect(await listAsked(as(null), { kind: 'inquiry', subjectId })).toMatchObject([{ personId: mayor, answer: no, answeredBy: null }]);
	const late = { ...as(null), now: dueAt };
	expect((await findAskWithLink(late, key)).closed).toContain('Frist');
	await expect(answerWithLink(late, { link: key, answer: yes })).rejects.toMatchObject({ status: 409, code: 'ask-due' });
	const trail = await db
		.select()
		.from(events)
		.where(and(eq(events.kind, 'ask.answered'), eq(events.subjectId, id)));
	expect(trail.map(({ actorId, data }) => [actorId, data.changed])).toEqual([
		[mayor, false],
		[mayor, true]
	]);
});

test('what is no answer is refused at its field; looking changes nothing', async ({ as, db }) => {
	const { link } = await asked(as(null));
	await findAskWithLink(as(null), await link());
	await expect(answerWithLink(as(null), { link: await link(), answer: { choices: ['vielleicht'], words: '' } })).rejects.toMatchObject({
		...{ status: 422, field: 'choice' }
	});
	expect((await db.select().from(notices).where(eq(notices.personId, mayor)))[0]?.answeredAt).toBeNull();
});

test('forwarded, altered, taken back: each link says what it is', async ({ as }) => {
	const { link, subjectId } = await asked(as(null));
	const key = await link();
	await expect(findAskWithLink(as('ines'), key)).rejects.toMatchObject({
		status: 410,
		code: 'link-forwarded',
		message: expect.stringContaining('Ines Krüger')
	});
	await expect(findAskWithLink(as(null), `${key}x`)).rejects.toMatchObject({ status: 410, code: 'link-invalid' });
	await expect(findAskWithLink(as(null), await link(cast.ines.id))).rejects.toMatchObject({ status: 410, code: 'not-deputy' });
	await withdrawNotices(as(null), { kind: 'inquiry', subjectId });
	expect((await findAskWithLink(as(null), key)).closed).toContain('zurückgezogen');
	await expect(answerWithLink(as(null), { link: key, answer: yes })).rejects.toMatchObject({ code: 'ask-withdrawn' });
});

test('in the account one list with minutes; nobody sees what others are asked', async ({ as }) => {
	const { id } = await asked(as(null), { minutes: 12 });
	expect((await listAsks(as('friedrich'))).open).toMatchObject([{ id, minutes: 12 }]);
	expect(await listAsks(as('ines'))).toEqual({ open: [], answered: [] });
	await expect(findAsk(as('ines'), id)).rejects.toMatchObject({ status: 404 });
	await expect(answerAsk(as('ines'), { id, answer: yes })).rejects.toMatchObject({ status: 404 });
	await answerAsk(as('friedrich'), { id, answer: yes });
	expect(await listAsks(as('friedrich'))).toMatchObject({ open: [], answered: [{ id, answeredBy: null }] });
});

/** Jonas becomes the deputy of the mayor of Herzberg, who goes away for two weeks. */
async function away(as: (who: 'oskar' | 'friedrich') => Ctx) {
	await giveSeat(as('oskar'), { organisationId: town, personId: cast.jonas.id, function: 'deputy_mayor', rights: 'edit' });
	await announceAbsence(as('friedrich'), { from: '2026-11-22', to: '2026-12-05', deputies: { [town]: cast.jonas.id } });
}

test('who is away gets nothing, the deputy gets the question, answers it, and both see who did', async ({ as, db }) => {
	await away(as);
	const { id, link } = await asked(as(null));
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
	const [mail] = await postedMails(db).then((mails) => mails.filter(({ template }) => template === 'brief'));
	expect(mail).toMatchObject({ to: cast.jonas.email, data: { items: [{ id, standsInFor: 'Friedrich Nowak' }] } });
	expect((await listAsks(as('jonas'))).open).toMatchObject([{ id, standsInFor: 'Friedrich Nowak' }]);
	await answerWithLink(as(null), { link: await link(cast.jonas.id), answer: yes });
	expect((await listAsks(as('friedrich'))).answered).toMatchObject([{ id, answeredBy: 'Jonas Weber' }]);
	expect((await listAsks(as('jonas'))).answered).toMatchObject([{ id, standsInFor: 'Friedrich Nowak', answeredBy: null }]);
	await endAbsence(as('friedrich'));
	expect(await sendBriefs({ ...as(null), now: new Date(monday.getTime() + 7 * 86_400_000) })).toBe(0);
	await answerAsk(as('friedrich'), { id, answer: no });
	expect(await findAsk(as('friedrich'), id)).toMatchObject({ answer: no, answeredBy: null });
});

test('standing in ends with the absence, and with the seat; before that nothing personal is shown', async ({ as }) => {
	await away(as);
	const mine = await asked(as(null), { onBehalfOf: undefined });
	const { id, link } = await asked(as(null));
	const key = await link(cast.jonas.id);
	await expect(findAsk(as('jonas'), mine.id)).rejects.toMatchObject({ status: 404 });
	expect((await findAsk(as('jonas'), id)).standsInFor).toBe('Friedrich Nowak');
	const back = { ...as(null), now: momentAfter('2026-12-05') };
	await expect(findAskWithLink(back, key)).rejects.toMatchObject({ status: 410, code: 'not-deputy' });
	const [seat] = await as(null)
		.db.select()
		.from(seats)
		.where(and(eq(seats.personId, cast.jonas.id), eq(seats.organisationId, town)));
	await endSeat(as('oskar'), { id: seat?.id ?? '', reason: 'Wechsel' });
	await expect(findAskWithLink(as(null), key)).rejects.toMatchObject({ code: 'not-deputy' });
});

test('when a seat ends, its open questions end with it', async ({ as, db }) => {
	const { link } = await asked(as(null));
	const [seat] = await db.select().from(seats).where(eq(seats.personId, mayor));
	await endSeat(as('oskar'), { id: seat?.id ?? '', reason: 'Wahl' });
	expect((await findAskWithLink(as(null), await link())).closed).toContain('Amt');
});

test('who takes over a seat finds its open questions, with the next brief and as their own', async ({ as, db }) => {
	const { id, link } = await asked(as(null), { dueAt: new Date('2026-12-20T10:00:00Z') });
	const done = await asked(as(null));
	await answerAsk(as('friedrich'), { id: done.id, answer: yes });
	await giveSeat(as('oskar'), { organisationId: town, personId: cast.jonas.id, function: 'mayor', rights: 'manage' });
	const [seat] = await db.select().from(seats).where(eq(seats.personId, mayor));
	await endSeat(as('oskar'), { id: seat?.id ?? '', reason: 'Wahl' });
	await takeOverSeat(as({ ...cast.jonas, grants: [{ role: 'editor', ags: herzberg }] }), seat?.id ?? '');
	expect((await listAsks(as('jonas'))).open).toMatchObject([{ id, standsInFor: null }]);
	await expect(findAskWithLink(as(null), await link())).rejects.toMatchObject({ code: 'not-deputy' });
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
	await answerAsk(as('jonas'), { id, answer: yes });
	expect((await findAsk(as('friedrich'), done.id)).answer).toEqual(yes);
});

test('nobody names a stranger as deputy, nor an absence that is over before it begins', async ({ as }) => {
	const named = { from: '2026-11-22', to: '2026-12-05', deputies: { [town]: cast.ines.id } };
	await expect(announceAbsence(as('friedrich'), named)).rejects.toMatchObject({ status: 422, field: `deputy:${town}` });
	await expect(announceAbsence(as('friedrich'), { ...named, to: '2026-11-20', deputies: {} })).rejects.toMatchObject({ field: 'to' });
});

test('a reminder comes once, with the next brief, and only to who has not answered', async ({ as, db }) => {
	const { subjectId, link } = await asked(as(null), { subjectId: 'runde' });
	await plantAsk(as(null), { personId: cast.ines.id, subjectId: 'runde' });
	await sendBriefs({ ...as(null), now: monday });
	await answerWithLink(as(null), { link: await link(), answer: yes });
	expect(await remindUnanswered(as(null), { kind: 'inquiry', subjectId })).toBe(1);
	expect(await remindUnanswered(as(null), { kind: 'inquiry', subjectId })).toBe(0);
	expect(await sendBriefs({ ...as(null), now: new Date(monday.getTime() + 7 * 86_400_000) })).toBe(1);
	const last = (await postedMails(db)).at(-1);
	expect(last).toMatchObject({ to: cast.ines.email, template: 'brief', data: { items: [{ isReminder: true }] } });
});
