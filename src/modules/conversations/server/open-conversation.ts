import { and, eq, inArray, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { directPair } from './internal/direct-pair.ts';
import { noteTrail } from './internal/note-trail.ts';
import { conversationMembers, conversations } from './tables.ts';

export type Subject = { type: string; id: string };
export type Opening = { subject: Subject | null; title: string; address: string; memberIds: readonly string[] };

const ofSubject = ({ type, id }: Subject) => and(eq(conversations.subjectType, type), eq(conversations.subjectId, id));
const ofPair = ([first, second]: readonly [string, string]) => and(eq(conversations.firstId, first), eq(conversations.secondId, second));

/** Members who were never here come in. Who left by themselves stay out, but whoever opens it now. */
async function bringIn(ctx: Ctx, conversationId: string, memberIds: readonly string[]): Promise<string[]> {
	if (!memberIds.length) return [];
	const rows = memberIds.map((personId) => ({ conversationId, personId, joinedAt: ctx.now }));
	const added = await ctx.db.insert(conversationMembers).values(rows).onConflictDoNothing().returning({ id: conversationMembers.personId });
	if (ctx.actor && memberIds.includes(ctx.actor.id))
		await ctx.db
			.update(conversationMembers)
			.set({ leftAt: null })
			.where(and(eq(conversationMembers.conversationId, conversationId), inArray(conversationMembers.personId, [ctx.actor.id])));
	return added.map(({ id }) => id);
}

/**
 * Opens a conversation, once for each subject, or, with none, once for each two people: a second call finds the first, brings in who is missing and takes over
 * title and address. Part of commands of other modules, which ask their own policy first: between two people only after both said yes. `address`: a path of
 * this site, or ''.
 */
export async function openConversation(ctx: Ctx, { subject, title, address, memberIds }: Opening): Promise<{ id: string }> {
	const unique = [...new Set(memberIds)];
	const pair = subject ? null : directPair(unique);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const of = { subjectType: subject?.type, subjectId: subject?.id, firstId: pair?.[0], secondId: pair?.[1] };
		const fresh = { id: newId(), ...of, title, address, state: 'open' as const, createdAt: ctx.now, lastAt: ctx.now };
		const [made] = await db.insert(conversations).values(fresh).onConflictDoNothing().returning({ id: conversations.id });
		const known = subject ? ofSubject(subject) : ofPair(pair ?? ['', '']);
		const [found] = await db.update(conversations).set({ title, address, state: 'open' }).where(known).returning({ id: conversations.id });
		const id = found?.id ?? made?.id ?? fresh.id;
		const added = await bringIn(inside, id, unique);
		if (pair) await db.execute(sql`update conversation_members set left_at = null where conversation_id = ${id}`);
		if (made && ctx.actor) await noteTrail(inside, { conversationId: id, kind: 'opened', personIds: [ctx.actor.id] });
		if (!made) await noteTrail(inside, { conversationId: id, kind: 'joined', personIds: added });
		return { id };
	});
}
