import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { Refusal } from '#lib/refusal.ts';
import { plantFirstContact, plantTalk } from '#testing/conversations.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { exportOwnData } from '#modules/people/server/export-own-data.ts';
import { people } from '#modules/people/server/tables.ts';
import { longestText } from '../conversation.ts';
import { addMember } from './add-member.ts';
import { askForContact } from './ask-for-contact.ts';
import { countUnread } from './count-unread.ts';
import { findConversation } from './find-conversation.ts';
import { leaveConversation } from './leave-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { markRead } from './mark-read.ts';
import { muteConversation } from './mute-conversation.ts';
import { openConversation } from './open-conversation.ts';
import { removeMember } from './remove-member.ts';
import { say } from './say.ts';
import { setAside } from './set-aside.ts';
import { conversationMembers, conversationMessages, conversations } from './tables.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const dropJobs = (pool: Pool) =>
	pool.query(`select graphile_worker.complete_jobs(array_agg(j.id)) from graphile_worker._private_jobs j
		join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell-message'`);
const [amira, jonas, hanna] = [cast.amira.id, cast.jonas.id, cast.hanna.id];
const subject = { type: 'group', id: '00000000-0000-7000-8000-0000000c0ffe' };
const group = { subject, title: 'Gruppe Werkhof', address: '/gruppen/werkhof', memberIds: [amira, jonas] };

test('a first contact waits for its answer: no second word before, and the answer opens the conversation with a name', async ({
	as,
	db
}) => {
	const id = await plantFirstContact({ as, db });
	expect(await refusalOf(say(as('jonas'), { conversationId: id, text: 'Hallo?' }))).toBe('409 first-unanswered');
	const again = { personId: amira, alias: null, title: '', address: '', text: 'Hallo?' };
	expect(await refusalOf(askForContact(as('jonas'), again))).toBe('409 first-unanswered');
	expect(await findConversation(as('jonas'), { id })).toMatchObject({ title: 'Werkhof', state: 'asked', others: [{ name: 'Werkhof' }] });
	expect(await findConversation(as('amira'), { id })).toMatchObject({ title: cast.jonas.name, isAskedOfMe: true, whyNotSay: null });
	await say(as('amira'), { conversationId: id, text: 'Gern, am Freitag.' });
	await say(as('jonas'), { conversationId: id, text: 'Wo?' });
	const read = await findConversation(as('jonas'), { id });
	expect(read).toMatchObject({ title: cast.amira.name, state: 'open', about: { href: '/gesuche/offene-werkstatt' } });
	expect(read.messages.map(({ number, by, isMine }) => [number, by, isMine])).toEqual([
		[1, cast.jonas.name, true],
		[2, cast.amira.name, false],
		[3, cast.jonas.name, true]
	]);
	expect(JSON.stringify(read)).not.toContain('@');
});

test('set aside, a first contact is out of the way; whoever wrote sees it wait as before, and it can be answered later', async ({
	as,
	db
}) => {
	const id = await plantFirstContact({ as, db });
	const before = await findConversation(as('jonas'), { id });
	await setAside(as('amira'), id);
	expect(await findConversation(as('jonas'), { id })).toEqual(before);
	expect((await listConversations(as('amira'))).items).toEqual([]);
	expect((await listConversations(as('amira'), { shelf: 'aside' })).items).toHaveLength(1);
	expect((await listConversations(as('jonas'))).items).toMatchObject([{ waitsFor: 'other' }]);
	expect(await countUnread(as('amira'))).toBe(0);
	expect(await refusalOf(setAside(as('amira'), id))).toBe('409 conversation-set_aside');
	expect(await refusalOf(setAside(as('jonas'), id))).toBe('409 first-unanswered');
	await say(as('amira'), { conversationId: id, text: 'Doch.' });
	expect((await listConversations(as('jonas'))).items).toMatchObject([{ waitsFor: null, isUnread: true, title: cast.amira.name }]);
});

test('a day has so many first contacts; without a name there are none, and none to oneself', async ({ as, db }) => {
	const strangers = Array.from({ length: 6 }, () => ({ id: newId(), name: 'Fremde', email: `${newId()}@post.example` }));
	await db.insert(people).values(strangers);
	const to = (personId: string) => ({ personId, alias: null, title: 'Hallo', address: '', text: 'Kennen wir uns?' });
	const outcomes = [];
	for (const { id } of strangers) outcomes.push(await refusalOf(askForContact(as('jonas'), to(id))));
	expect(outcomes).toEqual(['done', 'done', 'done', 'done', 'done', '429 too-many-attempts']);
	expect(await refusalOf(askForContact(as({ ...cast.hanna, name: ' ' }), to(amira)))).toBe('409 no-name');
	expect(await refusalOf(askForContact(as('hanna'), to(hanna)))).toBe('409 oneself');
	expect(await refusalOf(askForContact(as(null), to(hanna)))).toBe('401 sign-in');
});

test('a subject has one conversation; opened again it takes in who is missing, and who left stays out', async ({ as }) => {
	const first = await openConversation(as('amira'), group);
	await leaveConversation(as('jonas'), first.id);
	const second = await openConversation(as('amira'), { ...group, title: 'Neuer Name', memberIds: [amira, jonas, hanna] });
	expect(second).toEqual(first);
	const seen = await findConversation(as('hanna'), { id: first.id });
	expect(seen).toMatchObject({ title: 'Neuer Name', isDirect: false, about: { href: '/gruppen/werkhof' } });
	expect(seen.others.map(({ name }) => name)).toEqual([cast.amira.name]);
	expect(await refusalOf(findConversation(as('jonas'), { id: first.id }))).toBe('404 not-found');
	expect(seen.trail.map(({ text, name }) => [text, name])).toEqual([
		['left', cast.jonas.name],
		['joined', cast.hanna.name]
	]);
});

test('members come, go and come back; who is out reads, says and hears nothing', async ({ as }) => {
	const { id } = await openConversation(as('amira'), group);
	await addMember(as('amira'), { conversationId: id, personId: hanna });
	await say(as('amira'), { conversationId: id, text: 'Willkommen' });
	expect(await countUnread(as('hanna'))).toBe(1);
	await removeMember(as('amira'), { conversationId: id, personId: hanna });
	expect(await countUnread(as('hanna'))).toBe(0);
	expect((await listConversations(as('hanna'))).items).toEqual([]);
	for (const act of [
		() => findConversation(as('hanna'), { id }),
		() => say(as('hanna'), { conversationId: id, text: 'Hallo' }),
		() => markRead(as('hanna'), { id, until: 1 }),
		() => muteConversation(as('hanna'), { id, isMuted: true })
	])
		expect(await refusalOf(act())).toBe('404 not-found');
	await addMember(as('amira'), { conversationId: id, personId: hanna });
	await addMember(as('amira'), { conversationId: id, personId: hanna });
	expect((await findConversation(as('hanna'), { id })).messages).toHaveLength(1);
});

test('nobody is brought into what is between two', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	await addMember(as('amira'), { conversationId: id, personId: hanna });
	expect(await refusalOf(findConversation(as('hanna'), { id }))).toBe('404 not-found');
	await expect(openConversation(as('amira'), { ...group, subject: null, memberIds: [amira, jonas, hanna] })).rejects.toThrow(TypeError);
});

test('whoever leaves ends what is between two; written to again they are asked again', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	await leaveConversation(as('amira'), id);
	expect(await refusalOf(findConversation(as('amira'), { id }))).toBe('404 not-found');
	expect(await refusalOf(say(as('jonas'), { conversationId: id, text: 'Noch da?' }))).toBe('409 conversation-ended');
	const left = await findConversation(as('jonas'), { id });
	expect(left).toMatchObject({ title: cast.amira.name, others: [{ hasLeft: true }], trail: [{ text: 'left' }] });
	expect(left.whyNotSay).toContain('beendet');
	expect((await listConversations(as('jonas'))).items).toMatchObject([{ title: cast.amira.name, isEnded: true }]);
	const again = { personId: amira, alias: null, title: 'Noch einmal', address: '', text: 'Noch einmal von vorn?' };
	expect(await askForContact(as('jonas'), again)).toEqual({ conversationId: id });
	expect(await findConversation(as('amira'), { id })).toMatchObject({ isAskedOfMe: true, state: 'asked' });
	expect(await refusalOf(say(as('jonas'), { conversationId: id, text: 'Hallo?' }))).toBe('409 first-unanswered');
	await openConversation(as('jonas'), { subject: null, title: '', address: '', memberIds: [jonas, amira] });
	expect(await refusalOf(say(as('jonas'), { conversationId: id, text: 'Beide haben zugesagt.' }))).toBe('done');
});

test('what is new comes first and is read up to where somebody has read', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	const { id: other } = await openConversation(as('amira'), group);
	await say(as('amira'), { conversationId: other, text: 'Später, aber von mir' });
	expect((await listConversations(as('amira'))).items.map((one) => [one.id, one.isUnread])).toEqual([
		[id, true],
		[other, false]
	]);
	await say(as('jonas'), { conversationId: id, text: 'zwei' });
	await markRead(as('amira'), { id, until: 1 });
	expect(await countUnread(as('amira'))).toBe(1);
	expect((await findConversation(as('amira'), { id })).readUntil).toBe(1);
	expect(await countUnread(as('amira'), { but: id })).toBe(0);
	await markRead(as('amira'), { id, until: 99 });
	expect(await countUnread(as('amira'))).toBe(0);
	await muteConversation(as('jonas'), { id, isMuted: true });
	await markRead(as('jonas'), { id: other, until: 1 });
	await say(as('amira'), { conversationId: id, text: 'drei' });
	expect(await countUnread(as('jonas'))).toBe(0);
	expect((await listConversations(as('jonas'))).items.find((one) => one.id === id)).toMatchObject({ isMuted: true, isUnread: true });
});

test('a search finds names and words of one’s own conversations and no others, whatever is typed', async ({ as, db }) => {
	await plantTalk({ as, db });
	const find = async (who: CastName, q: string) => (await listConversations(as(who), { q })).items.length;
	expect([await find('amira', 'schon ein haus'), await find('amira', 'jonas'), await find('amira', 'werkstatt')]).toEqual([1, 1, 1]);
	expect([await find('amira', 'amira'), await find('hanna', 'haus'), await find('renate', 'haus')]).toEqual([0, 0, 0]);
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer(), async (q, page) => {
			const { items } = await listConversations(as('amira'), { q: q.replaceAll('\0', ''), page });
			expect(items.length).toBeLessThan(2);
		}),
		{ numRuns: 40 }
	);
});

test('the same form sent twice counts once, its words too', async ({ as, db }) => {
	const conversationId = await plantTalk({ as, db });
	const said = { conversationId, text: 'Ja', once: newId() };
	expect(await say(as('amira'), said)).toEqual(await say(as('amira'), said));
	await say(as('jonas'), said);
	await say(as('amira'), { ...said, once: newId() });
	expect((await findConversation(as('amira'), { id: conversationId })).messages).toHaveLength(4);
});

test('a novel is refused whole, a long chapter is not, and silence is nothing', async ({ as, db }) => {
	const conversationId = await plantTalk({ as, db });
	const chapter = 'Es war einmal ein leeres Haus. '.repeat(1000).slice(0, longestText);
	expect(await refusalOf(say(as('amira'), { conversationId, text: `${chapter}x` }))).toBe('422 too-long');
	expect(await refusalOf(say(as('amira'), { conversationId, text: ' \n ' }))).toBe('422 nothing-said');
	await say(as('amira'), { conversationId, text: chapter });
	expect((await findConversation(as('jonas'), { id: conversationId })).messages.at(-1)?.text).toBe(chapter);
});

test('a long thread comes in pieces, each with the way to the next', async ({ as, db }) => {
	const conversationId = await plantTalk({ as, db });
	const rows = Array.from({ length: 119 }, (_, n) => ({
		id: newId(),
		conversationId,
		number: n + 2,
		authorId: jonas,
		text: `${n + 2}`,
		at: now
	}));
	await db.insert(conversationMessages).values(rows);
	await db.update(conversations).set({ lastNumber: 120 }).where(eq(conversations.id, conversationId));
	const piece = async (until?: number) => {
		const { messages, older, newer } = await findConversation(as('amira'), { id: conversationId, until });
		return [messages[0]?.number, messages.at(-1)?.number, older, newer];
	};
	expect(await piece()).toEqual([71, 120, 70, null]);
	expect(await piece(70)).toEqual([21, 70, 20, 120]);
	expect(await piece(20)).toEqual([1, 20, null, 70]);
	expect(await piece(-5)).toEqual([1, 1, null, 51]);
	expect(await piece(1e9)).toEqual([71, 120, 70, null]);
});

test('many who speak at once are all heard, each with a number of their own', async ({ pool }) => {
	const ctx = (who: CastName) => ({ db: openDb(pool), actor: cast[who], now });
	const { id } = await openConversation(ctx('amira'), { ...group, subject: { ...subject, id: newId() } });
	try {
		const all = Array.from({ length: 12 }, (_, n) => say(ctx(n % 2 ? 'amira' : 'jonas'), { conversationId: id, text: `Wort ${n}` }));
		await Promise.all(all);
		const { messages } = await findConversation(ctx('amira'), { id });
		expect(messages.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
		expect(new Set(messages.map(({ text }) => text)).size).toBe(12);
	} finally {
		await pool.query('delete from conversations where id = $1', [id]);
		await pool.query("delete from attempts where bucket like 'say %'");
		await dropJobs(pool);
	}
});

test('two who write to each other for the first time at once meet in one conversation', async ({ pool }) => {
	const ctx = (who: CastName) => ({ db: openDb(pool), actor: cast[who], now });
	const to = (personId: string) => ({ personId, alias: null, title: '', address: '', text: 'Hallo' });
	try {
		const [one, two] = await Promise.all([askForContact(ctx('amira'), to(jonas)), askForContact(ctx('jonas'), to(amira))]);
		expect(one).toEqual(two);
		expect((await findConversation(ctx('amira'), { id: one.conversationId })).messages).toHaveLength(2);
	} finally {
		await pool.query('delete from conversations where $1 in (first_id, second_id)', [jonas]);
		await pool.query("delete from attempts where bucket like 'first contact %'");
		await dropJobs(pool);
	}
});

test('of an erased account the words stay without the name; what nobody can read any more is gone', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	await db.delete(people).where(eq(people.id, jonas));
	const left = await findConversation(as('amira'), { id });
	expect(left).toMatchObject({ title: 'Gelöschte Person', messages: [{ by: 'Gelöschte Person', text: 'Habt Ihr schon ein Haus?' }] });
	expect(left.whyNotSay).toContain('niemand mehr');
	await db.delete(people).where(eq(people.id, amira));
	expect(await db.select().from(conversations).where(eq(conversations.id, id))).toEqual([]);
	expect(await db.select().from(conversationMembers)).toEqual([]);
});

test('two years after the last word a conversation is gone, a day earlier it is there', async ({ as, db }) => {
	const id = await plantTalk({ as, db });
	const after = (days: number) => ({ db, now: new Date(now.getTime() + days * 86_400_000) });
	await keepRetention(after(729));
	expect(await db.select().from(conversations).where(eq(conversations.id, id))).toHaveLength(1);
	await keepRetention(after(731));
	expect(await db.select().from(conversationMessages)).toEqual([]);
});

test('the export holds one’s own words and nobody else’s', async ({ as, db }) => {
	const conversationId = await plantTalk({ as, db });
	await say(as('amira'), { conversationId, text: 'Meine eigenen Worte' });
	const text = JSON.stringify(await exportOwnData(as('amira')));
	expect(text).toContain('Meine eigenen Worte');
	expect(text).not.toContain('Habt Ihr schon ein Haus?');
	expect(text).not.toContain('Jonas');
});
