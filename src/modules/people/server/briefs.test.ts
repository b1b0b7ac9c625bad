import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { cast } from '#testing/cast.ts';
import { plantAsk, postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import { minutesOf } from '../brief.ts';
import { addNotice } from './add-notice.ts';
import { chooseBudget, chooseMail } from './choose-mail.ts';
import { briefs, notices } from './post-tables.ts';
import { sendBriefs } from './send-briefs.ts';
import { sendDailyNotes } from './send-daily-notes.ts';
import { unsubscribeWithLink } from './unsubscribe-with-link.ts';
import { signLink } from './sign-link.ts';

/** The first Monday after the clock of the tests, seven in the morning in Germany. */
const monday = new Date('2026-11-23T06:00:00Z');
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const mayor = cast.friedrich.id;
const anHour = { minutes: 60, weekday: 1, hour: 7, brief: true };
const networks = [1, 2, 3].map((n) => ({ id: `netz-${n}`, name: `Netz ${n}` }));

test('a mayor in three networks, forty things, sixty minutes: one mail of at most sixty, at once only what cannot wait', async ({
	as,
	db
}) => {
	await chooseBudget(as('friedrich'), anHour);
	const topics = ['inquiry', 'admission', 'news', 'inquiry'] as const;
	for (let n = 0; n < 37; n++)
		await plantAsk(as(null), { personId: mayor, topic: topics[n % 4], minutes: 2 + (n % 9), sender: networks[n % 3] });
	for (const topic of ['place_offer', 'cancellation', 'direct_question'] as const)
		await plantAsk(as(null), { personId: mayor, topic, minutes: 2, sender: networks[0] });
	const atOnce = await postedMails(db);
	expect(atOnce.map((mail) => mail.template === 'item' && mail.data.topic)).toEqual(['place_offer', 'cancellation', 'direct_question']);
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
	const mails = (await postedMails(db)).slice(3);
	const [mail] = mails;
	if (mail?.template !== 'brief') throw new Error('no brief');
	expect(mails).toHaveLength(1);
	expect(minutesOf(mail.data.items)).toBeLessThanOrEqual(60);
	expect(minutesOf(mail.data.items)).toBeGreaterThan(50);
	expect(mail.data.items.length + mail.data.waiting.items).toBe(37);
	expect(new Set(mail.data.items.map(({ sender }) => sender)).size).toBe(3);
	expect(await sendBriefs({ ...as(null), now: later(6) })).toBe(0);
});

test('week by week everything comes, once, and then nothing more', async ({ as, db }) => {
	await chooseBudget(as('friedrich'), { ...anHour, minutes: 20 });
	for (let n = 0; n < 12; n++) await plantAsk(as(null), { personId: mayor, minutes: 5 });
	await plantAsk(as(null), { personId: mayor, minutes: 45, subjectId: 'groß' });
	const sent: number[] = [];
	for (let week = 0; week < 8; week++) sent.push(await sendBriefs({ ...as(null), now: later(week * 7) }));
	expect(sent).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
	const items = (await postedMails(db)).flatMap((mail) => (mail.template === 'brief' ? [mail.data.items] : []));
	expect(items.map((brief) => brief.length).sort()).toEqual([1, 4, 4, 4]);
	expect(new Set(items.flat().map(({ id }) => id)).size).toBe(13);
});

test('it comes at the chosen day and hour in Germany, in summer and in winter; a day moved does not double it', async ({ as }) => {
	await chooseBudget(as('friedrich'), { ...anHour, weekday: 3, hour: 18 });
	await plantAsk(as(null), { personId: mayor });
	expect(await sendBriefs({ ...as(null), now: new Date('2026-11-25T16:59:00Z') })).toBe(0);
	expect(await sendBriefs({ ...as(null), now: new Date('2026-11-25T17:00:00Z') })).toBe(1);
	await chooseBudget(as('friedrich'), { ...anHour, weekday: 5, hour: 18 });
	await plantAsk(as(null), { personId: mayor });
	expect(await sendBriefs({ ...as(null), now: new Date('2026-11-27T17:00:00Z') })).toBe(0);
	expect(await sendBriefs({ ...as(null), now: new Date('2026-12-04T17:00:00Z') })).toBe(1);
	await plantAsk({ ...as(null), now: new Date('2027-07-08T10:00:00Z') }, { personId: mayor });
	expect(await sendBriefs({ ...as(null), now: new Date('2027-07-09T15:59:00Z') })).toBe(0);
	expect(await sendBriefs({ ...as(null), now: new Date('2027-07-09T16:00:00Z') })).toBe(1);
});

test('what arrives after the moment waits for the next one; what nobody can answer any more does not come', async ({ as, db }) => {
	await plantAsk({ ...as(null), now: new Date(monday.getTime() + 60_000) }, { personId: mayor });
	expect(await sendBriefs({ ...as(null), now: later(1) })).toBe(0);
	expect(await sendBriefs({ ...as(null), now: later(7) })).toBe(1);
	await plantAsk(as(null), { personId: mayor, dueAt: new Date(now.getTime() + 3_600_000), subjectId: 'zu spät' });
	expect(await sendBriefs({ ...as(null), now: later(14) })).toBe(0);
	expect(await postedMails(db)).toHaveLength(1);
});

test('nobody hears twice: not by two reactions, not in two kinds of mail, not after choosing anew', async ({ as, db }) => {
	const match = {
		personId: mayor,
		kind: 'match',
		subjectId: 'a:b',
		topic: 'match',
		data: { title: 'Passt', text: '', href: '/' }
	} as const;
	expect([await addNotice(as(null), match), await addNotice(as(null), match)]).toEqual([true, false]);
	expect(await sendDailyNotes(as(null))).toBe(1);
	await chooseMail(as('friedrich'), { byTopic: { match: 'brief' }, bySender: {} });
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(0);
	await addNotice(as(null), { ...match, subjectId: 'a:c' });
	expect(await sendDailyNotes(as(null))).toBe(0);
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
	await chooseMail(as('friedrich'), { byTopic: { match: 'daily' }, bySender: {} });
	await addNotice(as(null), { ...match, subjectId: 'a:c' });
	expect(await sendDailyNotes({ ...as(null), now: later(1) })).toBe(0);
	expect((await postedMails(db)).map(({ template }) => template)).toEqual(['daily-note', 'brief']);
});

test('a choice per topic and per network holds for what waits too; a way that a topic does not allow is refused', async ({ as, db }) => {
	await plantAsk(as(null), { personId: mayor, sender: networks[0] });
	await plantAsk(as(null), { personId: mayor, sender: networks[1] });
	await chooseMail(as('friedrich'), { byTopic: {}, bySender: { 'netz-1': 'never' } });
	await plantAsk(as(null), { personId: mayor, topic: 'cancellation', sender: networks[0] });
	await sendBriefs({ ...as(null), now: monday });
	const mails = await postedMails(db);
	expect(mails.flatMap((mail) => (mail.template === 'brief' ? mail.data.items.map(({ sender }) => sender) : [mail.template]))).toEqual([
		'Netz 2'
	]);
	await expect(chooseMail(as('friedrich'), { byTopic: { news: 'now' }, bySender: {} })).rejects.toMatchObject({
		status: 422,
		field: 'topic:news'
	});
});

test('with one click the brief ends, with another it is back; what cannot wait still comes', async ({ as, db }) => {
	await plantAsk(as(null), { personId: mayor });
	const link = await signLink(as(null), { purpose: 'unsubscribe', data: { person: mayor, what: 'brief' }, days: 90 });
	await unsubscribeWithLink(as(null), { link });
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(0);
	await plantAsk(as(null), { personId: mayor, topic: 'place_offer' });
	expect(await postedMails(db)).toHaveLength(1);
	await unsubscribeWithLink(as(null), { link, wish: 'again' });
	expect(await sendBriefs({ ...as(null), now: monday })).toBe(1);
});

test('two workers and a power cut: the brief is written once, whole or not at all', async ({ pool }) => {
	const db = openDb(pool);
	const ctx = { db, actor: null, now };
	try {
		for (let n = 0; n < 5; n++) await plantAsk(ctx, { personId: mayor, subjectId: `echt-${n}` });
		await expect(
			db.transaction(async (tx) => {
				expect(await sendBriefs({ db: tx, now: monday })).toBe(1);
				throw new Error('power cut');
			})
		).rejects.toThrow('power cut');
		expect(await postedMails(db)).toEqual([]);
		const sent = await Promise.all(Array.from({ length: 4 }, () => sendBriefs({ db, now: monday })));
		expect(sent.reduce((sum, n) => sum + n)).toBe(1);
		const [mail, ...more] = await postedMails(db);
		expect(more).toEqual([]);
		expect(mail?.template === 'brief' && mail.data.items.length).toBe(5);
	} finally {
		await db.delete(notices).where(eq(notices.personId, mayor));
		await db.delete(briefs);
		await pool.query(`delete from graphile_worker._private_jobs`);
		await pool.query(`delete from mails where template = 'brief'`);
	}
});
