import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { limits, whyNotStep } from '../conversation.ts';
import { insertMessage, addMessage, type Words } from './internal/add-message.ts';
import { directPair } from './internal/direct-pair.ts';
import { noteTrail } from './internal/note-trail.ts';
import { sideOf, type ConversationRow } from './internal/own-conversation.ts';
import { othersOf } from './internal/others-of.ts';
import { conversationMembers, conversations } from './tables.ts';

/** `alias`: what the writer sees instead of the name, until they answer. */
export type FirstContact = Words & { personId: string; alias: string | null; title: string; address: string };

async function findOrMake(
	ctx: Ctx,
	me: string,
	{ personId, alias, title, address }: FirstContact
): Promise<{ row: ConversationRow; isNew: boolean }> {
	const { db, now } = ctx;
	const [firstId, secondId] = directPair([me, personId]);
	const fresh = { id: newId(), firstId, secondId, title, address, state: 'asked' as const, askedBy: me, createdAt: now, lastAt: now };
	const [made] = await db.insert(conversations).values(fresh).onConflictDoNothing().returning();
	if (made) {
		const joined = { conversationId: made.id, joinedAt: now };
		await db.insert(conversationMembers).values([
			{ ...joined, personId: me },
			{ ...joined, personId, alias }
		]);
		return { row: made, isNew: true };
	}
	const pair = and(eq(conversations.firstId, firstId), eq(conversations.secondId, secondId));
	const [row] = await db.select().from(conversations).where(pair).for('update');
	if (!row) throw refused('gone', 'Diese Person gibt es nicht mehr.');
	return { row, isNew: false };
}

/** After somebody left, writing is asking again: both are back in it. */
async function askAgain(ctx: Ctx, row: ConversationRow, me: string): Promise<ConversationRow> {
	const against = whyNotStep(row.state, 'ask', sideOf(row, me));
	if (against) throw refused(against.code, against.message);
	await ctx.db.update(conversationMembers).set({ leftAt: null }).where(eq(conversationMembers.conversationId, row.id));
	const [asked] = await ctx.db.update(conversations).set({ state: 'asked', askedBy: me }).where(eq(conversations.id, row.id)).returning();
	return asked ?? row;
}

async function checkWriter(ctx: Ctx, { personId, text }: FirstContact): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	if (ctx.actor.id === personId) throw refused('oneself', 'Das sind Sie selbst.');
	if (!ctx.actor.name.trim())
		throw refused('no-name', 'Bitte zuerst im Konto einen Namen eintragen: Wer die Nachricht bekommt, will wissen, von wem.');
	if (!text.trim()) throw refused('nothing-said', 'Bitte sagen, worum es geht.', 'text');
	await countTry(ctx, { what: 'first contact', who: ctx.actor.id, limit: limits.firstContacts, minutes: 24 * 60 });
	return ctx.actor.id;
}

/**
 * Writes to somebody for the first time; a second message is possible only after an answer. Where the two speak already, it is one more word there. Whoever has
 * blocked the writer hears nothing, and nothing tells the writer so. Part of commands of other modules, which ask first whether the writer may see this person.
 * Throws 401, 409, 422 and 429.
 */
export async function askForContact(ctx: Ctx, contact: FirstContact): Promise<{ conversationId: string }> {
	const me = await checkWriter(ctx, contact);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, isNew } = await findOrMake(inside, me, contact);
		const said = { ...contact, conversationId: row.id, personId: me };
		const others = await othersOf(inside, { conversationId: row.id, personId: me });
		if (others.some(({ blocked_at }) => blocked_at !== null))
			throw refused('blocked', 'Sie haben diese Person blockiert. Wer wieder schreiben möchte, hebt die Blockierung zuerst auf.');
		if (!isNew && row.state !== 'ended') await addMessage(inside, said);
		else {
			await insertMessage(inside, isNew ? row : await askAgain(inside, row, me), said);
			await noteTrail(inside, { conversationId: row.id, kind: 'asked', personIds: [me] });
		}
		return { conversationId: row.id };
	});
}
