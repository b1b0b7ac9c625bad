import { eq, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Db } from '#lib/server/db.ts';
import { plantFirstContact, plantTalk, talkLink } from '#testing/conversations.ts';
import { cast } from '#testing/cast.ts';
import { postedMails } from '#testing/post.ts';
import { expect, now, test } from '#testing/world.ts';
import { chooseMail } from '#modules/people/server/choose-mail.ts';
import { listNotices } from '#modules/people/server/list-notices.ts';
import { sendDailyNotes } from '#modules/people/server/send-daily-notes.ts';
import { events } from '#modules/people/server/tables.ts';
import { exportOwnData } from '#modules/people/server/export-own-data.ts';
import { answerWithLink } from './answer-with-link.ts';
import { askForContact } from './ask-for-contact.ts';
import { blockPerson } from './block-person.ts';
import { countUnread } from './count-unread.ts';
import { findByLink } from './find-by-link.ts';
import { findConversation } from './find-conversation.ts';
import { findReportedMessage } from './find-reported-message.ts';
import { hideMessage } from './hide-message.ts';
import { leaveConversation } from './leave-conversation.ts';
import { listBlocked } from './list-blocked.ts';
import { listConversations } from './list-conversations.ts';
import { markRead } from './mark-read.ts';
import { muteWithLink } from './mute-with-link.ts';
import { openConversation } from './open-conversation.ts';
import { reportMessage } from './report-message.ts';
import { say } from './say.ts';
import { setAside } from './set-aside.ts';
import { conversationMessages, conversationReports } from './tables.ts';
import { tellMessage } from './tell-message.ts';
import { unblockPerson } from './unblock-person.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const [amira, jonas, hanna] = [cast.amira.id, cast.jonas.id, cast.hanna.id];

/** Every message is told, as the job of each would. */
async function tellAll(db: Db): Promise<void> {
	const { rows } = await db.execute<{ id: string }>(sql`select j.payload->>'messageId' as id from graphile_worker._private_jobs j
		join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell-message' order by j.id`);
	for (const { id } of rows) await tellMessage({ db, now }, id);
}
const mailsTo = async (db: Db, email: string) => (await postedMails(db)).filter(({ to }) => to === email);

test('a mail comes with the first unread word and no second before it is read; neither words nor an address are in it', async ({
	as,
	db
}) => {
	const id = await plantTalk({ as, db });
	await say(as('jonas'), { conversationId: id, text: 'Noch etwas' });
	await tellAll(db);
	await tellAll(db);
	const [mail, ...more] = await mailsTo(db, cast.amira.email);
	expect(more).toEqual([]);
	expect(mail).toMatchObject({ template: 'item', data: { topic: 'conversation', item: { title: `Neues von ${cast.jonas.name}` } } });
	const { to: _, ...sent } = mail ?? { to: '' };
	expect(JSON.stringify(sent)).not.toMatch(/schon ein Haus|Noch etwas|@/);
	expect(await mailsTo(db, cast.jonas.email)).toEqual([]);
	await markRead(as('amira'), { id, until: 2 });
	await say(as('jonas'), { conversationId: id, text: 'Und noch etwas' });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toHaveLength(2);
});

test('it comes the way somebody chose: daily with a signed link, or not by mail; read before, it does not come', async ({ as, db }) => {
	await chooseMail(as('amira'), { byTopic: { conversation: 'daily' }, bySender: {} });
	await chooseMail(as('jonas'), { byTopic: { conversation: 'never' }, bySender: {} });
	const id = await plantTalk({ as, db });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toEqual([]);
	await sendDailyNotes({ db, now });
	expect(await mailsTo(db, cast.amira.email)).toMatchObject([
		{ template: 'daily-note', data: { items: [{ inMail: { href: '/gespraech', sign: { purpose: 'answer-conversation' } } }] } }
	]);
	await say(as('amira'), { conversationId: id, text: 'Noch nicht.' });
	await say(as('jonas'), { conversationId: id, text: 'Schade.' });
	await tellAll(db);
	await markRead(as('amira'), { id, until: 3 });
	await sendDailyNotes({ db, now });
	expect(await mailsTo(db, cast.amira.email)).toHaveLength(1);
	expect(await mailsTo(db, cast.jonas.email)).toEqual([]);
	expect(await countUnread(as('jonas'))).toBe(0);
});

test('a link shows what is new and changes nothing; answered by it twice counts once', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	await markRead(as('amira'), { id, until: 1 });
	await say(as('jonas'), { conversationId: id, text: 'Freitag?' });
	const link = await talkLink({ as, db }, { id, personId: amira, from: 2 });
	for (const _ of [1, 2, 3]) expect((await findByLink(as(null), link)).messages.map(({ text }) => text)).toEqual(['Freitag?']);
	expect(await countUnread(as('amira'))).toBe(1);
	expect((await findConversation(as('amira'), { id })).messages).toHaveLength(2);
	const answer = { link, text: 'Ja.', once: newId() };
	expect(await answerWithLink(as(null), answer)).toEqual(await answerWithLink(as(null), answer));
	expect((await findConversation(as('jonas'), { id })).messages.map(({ by, text }) => [by, text]).slice(2)).toEqual([
		[cast.amira.name, 'Ja.']
	]);
	expect(await countUnread(as('amira'))).toBe(0);
	expect(await refusalOf(answerWithLink(as(null), { link, text: ' ' }))).toBe('422 nothing-said');
});

test('a link dies with time, with leaving and with blocking; that of whoever was blocked does not tell', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	const [mine, theirs] = [await talkLink({ as, db }, { id, personId: amira }), await talkLink({ as, db }, { id, personId: jonas })];
	const later = { ...as(null), now: new Date(now.getTime() + 31 * 86_400_000) };
	expect(await refusalOf(findByLink(later, mine))).toBe('410 link-expired');
	expect(await refusalOf(findByLink(as(null), `${mine}x`))).toBe('410 link-invalid');
	expect(await refusalOf(findByLink(as(null), await talkLink({ as, db }, { id, personId: hanna })))).toBe('410 conversation-closed');
	await blockPerson(as('amira'), jonas);
	for (const act of [
		() => findByLink(as(null), mine),
		() => answerWithLink(as(null), { link: mine, text: 'x' }),
		() => muteWithLink(as(null), { link: mine, isMuted: true })
	])
		expect(await refusalOf(act())).toBe('410 conversation-closed');
	expect(await refusalOf(answerWithLink(as(null), { link: theirs, text: 'Hört mich wer?' }))).toBe('done');
	await unblockPerson(as('amira'), jonas);
	expect(await refusalOf(findByLink(as(null), mine))).toBe('done');
	await leaveConversation(as('amira'), id);
	expect([await refusalOf(findByLink(as(null), mine)), await refusalOf(findByLink(as(null), theirs))]).toEqual([
		'410 conversation-closed',
		'410 conversation-closed'
	]);
});

test('muted by its link a conversation mails no more, and does again', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	const link = await talkLink({ as, db }, { id, personId: amira });
	await muteWithLink(as(null), { link, isMuted: true });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toEqual([]);
	expect((await findByLink(as(null), link)).isMuted).toBe(true);
	await muteWithLink(as(null), { link, isMuted: false });
	await markRead(as('amira'), { id, until: 1 });
	await say(as('jonas'), { conversationId: id, text: 'zwei' });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toHaveLength(1);
});

test('whoever is blocked notices nothing, and nothing of theirs arrives: no word, no mail, no count, no list', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	const before = await findConversation(as('jonas'), { id });
	await blockPerson(as('amira'), jonas);
	await blockPerson(as('amira'), jonas);
	expect(await findConversation(as('jonas'), { id })).toEqual(before);
	await say({ ...as('jonas'), now: new Date(now.getTime() + 1000) }, { conversationId: id, text: 'GEHEIMES WORT' });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toEqual([]);
	expect([await countUnread(as('amira')), (await listConversations(as('amira'))).items]).toEqual([0, []]);
	const seen = await findConversation(as('amira'), { id });
	expect(JSON.stringify(seen)).not.toContain('GEHEIMES');
	expect(seen.messages.at(-1)).toMatchObject({ isBlocked: true, text: '' });
	expect(await refusalOf(say(as('amira'), { conversationId: id, text: 'x' }))).toBe('409 blocked');
	const first = { personId: jonas, alias: null, title: '', address: '', text: 'x' };
	expect(await refusalOf(askForContact(as('amira'), first))).toBe('409 blocked');
	expect(JSON.stringify(await exportOwnData(as('jonas')))).not.toContain(amira);
	expect((await listBlocked(as('amira'))).map(({ name }) => name)).toEqual([cast.jonas.name]);
	expect(await listBlocked(as('jonas'))).toEqual([]);
	await unblockPerson(as('amira'), jonas);
	expect((await findConversation(as('amira'), { id })).messages.at(-1)).toMatchObject({ text: 'GEHEIMES WORT', isBlocked: false });
	expect(await refusalOf(unblockPerson(as('amira'), jonas))).toBe('404 not-found');
});

test('a first contact of somebody blocked seems to arrive and does not', async ({ as, db }) => {
	const { id: shared } = await openConversation(as('amira'), {
		...{ subject: { type: 'group', id: newId() }, title: 'Gruppe', address: '', memberIds: [amira, jonas, hanna] }
	});
	await blockPerson(as('amira'), jonas);
	const id = await plantFirstContact({ as, db });
	await say(as('jonas'), { conversationId: shared, text: 'An alle' });
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toEqual([]);
	expect(await mailsTo(db, cast.hanna.email)).toHaveLength(1);
	expect(await listNotices(as('amira'))).toEqual([]);
	expect((await findConversation(as('jonas'), { id })).messages).toHaveLength(1);
	const folded = await findConversation(as('amira'), { id: shared });
	expect(folded).toMatchObject({ whyNotSay: null, messages: [{ isBlocked: true, text: '' }] });
	expect((await listConversations(as('amira'))).items.map((one) => [one.id, one.last])).toEqual([[shared, null]]);
	await say(as('amira'), { conversationId: shared, text: 'Ich auch' });
	expect((await findConversation(as('jonas'), { id: shared })).messages.map(({ text }) => text)).toEqual(['An alle', 'Ich auch']);
});

test('only whom one has met can be blocked, and nobody blocks themselves', async ({ as }) => {
	expect(await refusalOf(blockPerson(as('amira'), hanna))).toBe('404 not-found');
	expect(await refusalOf(blockPerson(as('amira'), 'x'))).toBe('404 not-found');
	expect(await refusalOf(blockPerson(as('amira'), amira))).toBe('409 oneself');
});

test('a first contact that was set aside before its mail left sends none', async ({ as, db }) => {
	const id = await plantFirstContact({ as, db });
	await setAside(as('amira'), id);
	await tellAll(db);
	expect(await mailsTo(db, cast.amira.email)).toEqual([]);
});

test('a reported message is frozen as it stood; the administration reads it, each time on record, and nobody else does', async ({
	as,
	db
}) => {
	const id = await plantTalk({ as, db });
	const [message] = await db.select().from(conversationMessages);
	const messageId = message?.id ?? '';
	expect(await refusalOf(findReportedMessage(as('renate'), messageId))).toBe('404 not-found');
	await reportMessage(as('amira'), { conversationId: id, messageId, reason: 'insult', words: 'So nicht.' });
	await db.update(conversationMessages).set({ text: 'ganz harmlos' }).where(eq(conversationMessages.id, messageId));
	for (const who of ['amira', 'jonas', 'oskar', 'ines'] as const)
		expect(await refusalOf(findReportedMessage(as(who), messageId))).toBe('403 forbidden');
	expect(await findReportedMessage(as('renate'), messageId)).toMatchObject({
		message: { by: cast.jonas.name, text: 'Habt Ihr schon ein Haus?' },
		reports: [{ reporter: cast.amira.name, reason: 'insult', words: 'So nicht.' }]
	});
	const kinds = (await db.select().from(events)).filter(({ kind }) => kind.startsWith('message.'));
	expect(kinds.map(({ kind, actorId }) => [kind, actorId])).toEqual([
		['message.reported', amira],
		['message.inspected', cast.renate.id]
	]);
	expect(kinds[0]?.data).toMatchObject({ messageId, reporterId: amira, reason: 'insult', words: 'So nicht.' });
	expect(await refusalOf(findConversation(as('renate'), { id }))).toBe('404 not-found');
});

test('with a whole conversation its last words are frozen; one’s own and what is gone cannot be reported', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	await say(as('amira'), { conversationId: id, text: 'Lass das.' });
	await reportMessage(as('amira'), { conversationId: id, reason: 'threat', words: '' });
	const [report] = await db.select().from(conversationReports);
	expect(report?.copy.map(({ text }) => text)).toEqual(['Lass das.', 'Habt Ihr schon ein Haus?']);
	expect(report?.copy.at(-1)?.id).toBe(report?.messageId);
	const own = (await db.select().from(conversationMessages)).find(({ authorId }) => authorId === amira);
	const again = { conversationId: id, reason: 'spam', words: '' } as const;
	expect(await refusalOf(reportMessage(as('amira'), { ...again, messageId: own?.id }))).toBe('409 nothing-to-report');
	expect(await refusalOf(reportMessage(as('amira'), { ...again, messageId: newId() }))).toBe('404 not-found');
	expect(await refusalOf(reportMessage(as('hanna'), again))).toBe('404 not-found');
});

test('taken out, a message says why to its members, in its conversation, by link, in the list; the first reason stays', async ({
	as,
	db
}) => {
	const id = await plantTalk({ as, db });
	const [message] = await db.select().from(conversationMessages);
	const messageId = message?.id ?? '';
	expect(await refusalOf(hideMessage(as('renate'), { messageId, reason: ' ' }))).toBe('422 no-reason');
	expect(await refusalOf(hideMessage(as('renate'), { messageId: newId(), reason: 'weg' }))).toBe('404 not-found');
	await hideMessage(as('renate'), { messageId, reason: 'beleidigt andere' });
	await hideMessage(as('renate'), { messageId, reason: 'anders' });
	const link = await talkLink({ as, db }, { id, personId: amira });
	for (const seen of [
		await findConversation(as('amira'), { id }),
		await findConversation(as('jonas'), { id }),
		await findByLink(as(null), link)
	]) {
		expect(seen.messages[0]).toMatchObject({ hiddenBecause: 'beleidigt andere', text: '', files: [] });
		expect(JSON.stringify(seen)).not.toContain('schon ein Haus');
	}
	expect((await listConversations(as('amira'))).items[0]?.last?.text).toBe('entfernt');
	expect((await listConversations(as('amira'), { q: 'schon ein Haus' })).items).toEqual([]);
	expect(await refusalOf(reportMessage(as('amira'), { conversationId: id, messageId, reason: 'spam', words: '' }))).toBe(
		'409 nothing-to-report'
	);
});
