import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';

export type Other = { id: string; name: string; alias: string | null; blocked_at: Date | null };

/** The other members of a conversation who have not left it, by name, and since when this person has blocked them. */
export async function othersOf(
	ctx: Pick<Ctx, 'db'>,
	{ conversationId, personId }: { conversationId: string; personId: string }
): Promise<Other[]> {
	const { rows } = await ctx.db.execute<Omit<Other, 'blocked_at'> & { blocked_at: string | Date | null }>(sql`
		select p.id, p.name, m.alias, b.at as blocked_at from conversation_members m join people p on p.id = m.person_id
			left join conversation_blocks b on b.person_id = ${personId} and b.blocked_id = p.id
		where m.conversation_id = ${conversationId} and m.left_at is null and m.person_id <> ${personId}
		order by p.name, p.id`);
	return rows.map((row) => ({ ...row, blocked_at: row.blocked_at === null ? null : new Date(row.blocked_at) }));
}
