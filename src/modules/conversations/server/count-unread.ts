import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';

/** In how many conversations something new waits for whoever asks, muted ones and those set aside left out. `but`: one that is being read right now. */
export async function countUnread(ctx: Ctx, { but }: { but?: string } = {}): Promise<number> {
	if (!ctx.actor) return 0;
	const { rows } = await ctx.db.execute<{ n: number }>(sql`
		select count(*)::int as n from conversation_members m join conversations c on c.id = m.conversation_id
		where m.person_id = ${ctx.actor.id} and m.unread_from is not null and m.muted_at is null and m.left_at is null
			and c.state <> 'set_aside' and c.id::text <> ${but ?? ''}`);
	return rows[0]?.n ?? 0;
}
