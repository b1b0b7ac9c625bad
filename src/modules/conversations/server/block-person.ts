import { sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { dropUnanswered } from '#modules/people/server/withdraw-notices.ts';
import { noticeKind, noticeSubject } from './internal/settle-unread.ts';
import { conversationBlocks } from './tables.ts';

/** Whether the two were ever in one conversation: nobody else can be met here, so nobody else can be blocked. */
async function haveMet(ctx: Ctx, me: string, personId: string): Promise<boolean> {
	const { rows } = await ctx.db.execute<{ met: boolean }>(sql`select exists (select from conversation_members a
		join conversation_members b on b.conversation_id = a.conversation_id and b.person_id = ${personId} where a.person_id = ${me}) as met`);
	return rows[0]?.met ?? false;
}

/**
 * Nothing more of this person: no first contact, no message, no mail; in conversations with others their words are folded away. They learn nothing of it: what they
 * write seems to arrive. Safe to repeat. Throws 401, 404, 409.
 */
export async function blockPerson(ctx: Ctx, personId: string): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const me = ctx.actor.id;
	if (personId === me) throw refused('oneself', 'Sich selbst kann niemand blockieren.');
	if (!isUuid(personId) || !(await haveMet(ctx, me, personId))) throw notFound('Diese Person kennen Sie hier nicht.');
	await ctx.db.transaction(async (db) => {
		await db.insert(conversationBlocks).values({ personId: me, blockedId: personId, at: ctx.now }).onConflictDoNothing();
		const { rows } = await db.execute<{ id: string; unread: number }>(sql`
			update conversation_members m set unread_from = null from conversation_members was, conversations c
			where c.id = m.conversation_id and ${personId}::uuid in (c.first_id, c.second_id) and m.person_id = ${me} and m.unread_from is not null
				and was.conversation_id = m.conversation_id and was.person_id = m.person_id
			returning m.conversation_id as id, was.unread_from as unread`);
		const subjectIds = rows.map(({ id, unread }) => noticeSubject({ conversationId: id, personId: me }, unread));
		await dropUnanswered({ ...ctx, db }, { kind: noticeKind, subjectIds });
	});
}
