import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { addJob } from '#lib/server/jobs.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { longestText, whyNotSay } from '../../conversation.ts';
import type { KeptFile } from '../keep-files.ts';
import { conversationFiles, conversationMembers, conversationMessages, conversations } from '../tables.ts';
import { isDirect, loadOwn, sideOf, type ConversationRow } from './own-conversation.ts';
import { othersOf } from './others-of.ts';

export type Words = { text: string; files?: readonly KeptFile[]; once?: string };
export type Said = Words & { conversationId: string; personId: string };

type Inside = Pick<Ctx, 'db' | 'now'>;

async function findTwice({ db }: Inside, { conversationId, personId, once }: Said): Promise<string | null> {
	if (!once) return null;
	const [found] = await db
		.select({ id: conversationMessages.id })
		.from(conversationMessages)
		.where(
			and(
				eq(conversationMessages.conversationId, conversationId),
				eq(conversationMessages.authorId, personId),
				eq(conversationMessages.once, once)
			)
		);
	return found?.id ?? null;
}

/** The words themselves, without asking whether they may be said; the conversation is locked. Whoever has blocked their author hears nothing of them. */
export async function insertMessage(ctx: Inside, row: ConversationRow, { personId, text, files = [], once }: Said): Promise<string> {
	const { db, now } = ctx;
	const { id: conversationId } = row;
	const [id, number] = [newId(), row.lastNumber + 1];
	await db.insert(conversationMessages).values({ id, conversationId, number, authorId: personId, text, once: once ?? null, at: now });
	if (files.length) await db.insert(conversationFiles).values(files.map((file) => ({ id: newId(), messageId: id, ...file })));
	await db.update(conversations).set({ lastNumber: number, lastAt: now }).where(eq(conversations.id, conversationId));
	await db.execute(sql`update conversation_members m set unread_from = ${number} where m.conversation_id = ${conversationId}
		and m.person_id <> ${personId} and m.left_at is null and m.unread_from is null
		and not exists (select from conversation_blocks b where b.person_id = m.person_id and b.blocked_id = ${personId})`);
	await db
		.update(conversationMembers)
		.set({ alias: null, readUntil: number, unreadFrom: null })
		.where(and(eq(conversationMembers.conversationId, conversationId), eq(conversationMembers.personId, personId)));
	await addJob(db, { task: 'tell-message', payload: { messageId: id } });
	return id;
}

function checkWords({ text, files = [] }: Words): void {
	if (!text.trim() && !files.length) throw refused('nothing-said', 'Bitte etwas schreiben oder eine Datei anhängen.', 'text');
	if (text.length > longestText) throw refused('too-long', `Bitte höchstens ${longestText} Zeichen.`, 'text');
}

/** A member says something. In a transaction of its own under a lock, so that numbers have no gaps. Throws 404, 409, 422. */
export async function addMessage(ctx: Inside, said: Said): Promise<{ id: string }> {
	checkWords(said);
	const { conversationId, personId } = said;
	return ctx.db.transaction(async (db) => {
		const inside = { db, now: ctx.now };
		const found = await loadOwn(inside, { id: conversationId, personId, lock: true });
		if (!found) throw notFound('Dieses Gespräch gibt es nicht, oder Sie sind nicht mehr dabei.');
		const twice = await findTwice(inside, said);
		if (twice) return { id: twice };
		const { row } = found;
		const others = await othersOf(inside, { conversationId, personId });
		const hasBlocked = isDirect(row) && others.some(({ blocked_at }) => blocked_at !== null);
		const against = whyNotSay({ state: row.state, side: sideOf(row, personId), others: others.length, hasBlocked });
		if (against) throw refused(against.code, against.message);
		if (row.state !== 'open') await db.update(conversations).set({ state: 'open' }).where(eq(conversations.id, conversationId));
		return { id: await insertMessage(inside, row, said) };
	});
}
