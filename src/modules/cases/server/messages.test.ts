import { eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { angermuende, cast, wunsiedel } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import type { MessageInput } from '../forms.ts';
import { answerMessage } from './answer-message.ts';
import { confirmMessage, findMessageToConfirm } from './confirm-message.ts';
import { findContactRoute } from './find-contact-route.ts';
import { findOwnMessage, findReceivedMessage } from './find-message.ts';
import { findReplyTime } from './find-reply-time.ts';
import { followUpMessage } from './follow-up-message.ts';
import { listOwnMessages, listReceivedMessages } from './list-messages.ts';
import { sendMessage } from './send-message.ts';
import { messages } from './tables.ts';
import { withdrawMessage } from './withdraw-message.ts';

const input: MessageInput = { of: angermuende, topic: 'spaces', text: 'Ist der Gasthof noch frei?' };
const guest = { ...input, name: 'Gerd Gast', email: 'gerd@post.example' };
const address = '192.0.2.7';
const bauamt = {
	of: angermuende,
	unit: 'Bauamt',
	role: 'vacancy_officer',
	email: 'bauamt@angermuende.example',
	responseTargetDays: 5
} as const;
const day = 86_400_000;

const only = async (db: Db) => (await db.select().from(messages))[0];
const mailsTo = async (db: Db, email: string) =>
	(await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = ${email}`)).rows[0]?.n ?? 0;
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * day) });
const linkTo = (ctx: Ctx, purpose: string, message: string) => signLink(ctx, { purpose, data: { message }, days: 30 });

test('a message of somebody with an account leaves at once to the contact point, and the answer comes back by the link of the mail', async ({
	db,
	as
}) => {
	await saveContact(as('ines'), { ...bauamt, publicVisibility: 'public' });
	expect(await sendMessage(as('amira'), { input, address })).toBe('sent');
	const message = await only(db);
	expect(message).toMatchObject({ state: 'open', step: 'general', sentTo: [bauamt.email], promisedDays: 5, senderName: cast.amira.name });
	expect(await mailsTo(db, bauamt.email)).toBe(1);
	const id = message?.id ?? '';
	const link = await linkTo(as(null), 'answer-message', id);
	expect(await findReceivedMessage(as(null), { link })).toMatchObject({ sender: cast.amira.name, email: cast.amira.email });
	await answerMessage(later(as(null), 2), { key: { link }, input: { kind: 'answer', text: 'Ja, Freitag um zehn.' } });
	expect(await mailsTo(db, cast.amira.email)).toBe(1);
	expect(await listOwnMessages(as('amira'))).toMatchObject([
		{ state: 'answered', replies: [{ text: 'Ja, Freitag um zehn.', by: 'Bauamt, Angermünde' }] }
	]);
	expect((await only(db))?.firstReplyAt).toEqual(new Date(now.getTime() + 2 * day));
});

test('the same words twice are one message and one answer', async ({ db, as }) => {
	await sendMessage(as('amira'), { input, address });
	await sendMessage(as('amira'), { input, address });
	expect(await db.select().from(messages)).toHaveLength(1);
	const id = (await only(db))?.id ?? '';
	const answer = { key: { id }, input: { kind: 'answer', text: 'Ja.' } } as const;
	await answerMessage(as('ines'), answer);
	await answerMessage(as('ines'), answer);
	expect((await findOwnMessage(as('amira'), { id })).replies).toHaveLength(1);
	expect(await mailsTo(db, cast.amira.email)).toBe(1);
});

test('nothing of a guest leaves before the address is confirmed, and confirming twice sends once', async ({ db, as }) => {
	await saveContact(as('ines'), { ...bauamt, publicVisibility: 'public' });
	expect(await sendMessage(as(null), { input: guest, address })).toBe('to confirm');
	expect(await mailsTo(db, bauamt.email)).toBe(0);
	expect((await listReceivedMessages(as('ines'))).items).toEqual([]);
	const id = (await only(db))?.id ?? '';
	await expect(answerMessage(as('ines'), { key: { id }, input: { kind: 'answer', text: 'Ja' } })).rejects.toMatchObject({ status: 404 });
	const link = await linkTo(as(null), 'confirm-message', id);
	await findMessageToConfirm(as(null), link);
	expect(await mailsTo(db, bauamt.email)).toBe(0);
	await confirmMessage(as(null), link);
	await confirmMessage(as(null), link);
	expect(await mailsTo(db, bauamt.email)).toBe(1);
	expect((await listReceivedMessages(as('ines'))).open).toBe(1);
});

test('a message reaches nobody whom it does not concern: other towns, the office, strangers, a link for something else', async ({
	db,
	as
}) => {
	await sendMessage(as('amira'), { input, address });
	const id = (await only(db))?.id ?? '';
	for (const who of ['friedrich', 'oskar', 'hanna', 'amira'] as const) {
		await expect(findReceivedMessage(as(who), { id })).rejects.toMatchObject({ status: 404 });
		expect((await listReceivedMessages(as(who))).items).toEqual([]);
	}
	await expect(findOwnMessage(as('hanna'), { id })).rejects.toMatchObject({ status: 404 });
	await expect(findReceivedMessage(as(null), { link: await linkTo(as(null), 'read-message', id) })).rejects.toMatchObject({ status: 410 });
	await expect(findOwnMessage(as(null), { link: await linkTo(as(null), 'answer-message', id) })).rejects.toMatchObject({ status: 410 });
});

test('where nobody of the town can be reached the office gets it, and only then reads it', async ({ db, as }) => {
	await sendMessage(as('amira'), { input: { ...input, of: wunsiedel }, address });
	expect(await only(db)).toMatchObject({ step: 'office', sentTo: [cast.oskar.email], answersAs: 'Netzwerkbüro' });
	expect((await listReceivedMessages(as('oskar'))).open).toBe(1);
});

test('more from whoever asked goes to the deputy of the day', async ({ db, as }) => {
	const deputyId = await saveContact(as('ines'), {
		...bauamt,
		unit: 'Kämmerei',
		email: 'kasse@angermuende.example',
		publicVisibility: 'public',
		topics: ['funding']
	});
	const contactId = await saveContact(as('ines'), { ...bauamt, publicVisibility: 'public', deputyId });
	await sendMessage(as('amira'), { input, address });
	const id = (await only(db))?.id ?? '';
	await saveContact(as('ines'), { ...bauamt, contactId, publicVisibility: 'public', deputyId, absentFrom: '2026-11-01' });
	await followUpMessage(as('amira'), { key: { id }, text: 'Wir sind sieben.' });
	expect(await only(db)).toMatchObject({ step: 'deputy', sentTo: ['kasse@angermuende.example'] });
	expect((await findContactRoute(as(null), { key: angermuende, topic: null })).route).toMatchObject({
		step: 'deputy',
		point: { unit: 'Kämmerei' }
	});
});

test('a contact point that is not public gets the mail, and nobody outside learns of it', async ({ db, as }) => {
	await saveContact(as('ines'), { ...bauamt, name: 'Geheime Gerda', publicVisibility: 'network' });
	const { route } = await findContactRoute(as(null), { key: angermuende, topic: 'spaces' });
	expect(route).toMatchObject({ step: 'people', point: null });
	expect(JSON.stringify(route)).not.toContain('Gerda');
	await sendMessage(as('amira'), { input, address });
	expect(await only(db)).toMatchObject({ sentTo: [bauamt.email], answersAs: 'Bauamt, Angermünde' });
});

test('how long a reply takes is said from five on, and silence does not make it better', async ({ db, as }) => {
	const [town] = (await db.execute<{ id: string }>(sql`select id from organisations where ags = ${angermuende}`)).rows;
	const id = town?.id ?? '';
	const plant = (sent: number, replied: number | null) =>
		db.execute(sql`insert into messages (id, organisation_id, text, sender_name, sender_email, state, created_at, sent_at, first_reply_at, expires_at)
			values (gen_random_uuid(), ${id}, 'x', 'x', 'x@x.example', 'open', ${later(as(null), -sent).now.toISOString()}::timestamptz, ${later(as(null), -sent).now.toISOString()}::timestamptz,
				${replied === null ? null : later(as(null), -replied).now.toISOString()}::timestamptz, now())`);
	for (const [sent, replied] of [
		[10, 9],
		[20, 18],
		[30, 27],
		[40, 38]
	] as const)
		await plant(sent, replied);
	await plant(3, null);
	await plant(500, 499);
	expect(await findReplyTime(as(null), id)).toBeNull();
	await plant(60, null);
	expect(await findReplyTime(as(null), id)).toEqual({ cases: 5, medianHours: 48 });
});

test('too much of it is refused with a sentence, and a machine that fills every field is not served', async ({ db, as }) => {
	expect(await sendMessage(as(null), { input: { ...guest, website: 'http://spam' }, address })).toBe('to confirm');
	expect(await only(db)).toBeUndefined();
	for (let n = 0; n < 4; n++) await sendMessage(as(null), { input: { ...guest, text: `Frage ${n}` }, address });
	await expect(sendMessage(as(null), { input: { ...guest, text: 'Frage 5' }, address })).rejects.toMatchObject({ status: 429 });
	await expect(sendMessage(as(null), { input, address })).rejects.toMatchObject({ status: 422, field: 'name' });
});

test('a message goes when its writer says so, two weeks after nobody confirmed it, or a year after its last word', async ({ db, as }) => {
	await sendMessage(as(null), { input: guest, address });
	await sendMessage(as('amira'), { input, address });
	await keepRetention(later(as(null), 13));
	expect(await db.select().from(messages)).toHaveLength(2);
	await keepRetention(later(as(null), 15));
	const [left] = await db.select().from(messages);
	expect(left?.senderName).toBe(cast.amira.name);
	await withdrawMessage(as('amira'), { id: left?.id ?? '' });
	expect(
		await db
			.select()
			.from(messages)
			.where(eq(messages.id, left?.id ?? ''))
	).toEqual([]);
});
