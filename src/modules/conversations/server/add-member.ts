import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { noteTrail } from './internal/note-trail.ts';

export type Membership = { conversationId: string; personId: string };

/**
 * Brings somebody into a conversation about a subject, or back into it; they read all of it. Who is there already stays as they are. Part of commands of other
 * modules, which ask their own policy first.
 */
export async function addMember(ctx: Ctx, { conversationId, personId }: Membership): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db.execute(sql`
			insert into conversation_members (conversation_id, person_id, joined_at, read_until)
			select id, ${personId}, ${ctx.now.toISOString()}::timestamptz, 0 from conversations where id = ${conversationId} and subject_type is not null
			on conflict (conversation_id, person_id) do update set left_at = null, joined_at = excluded.joined_at
			where conversation_members.left_at is not null`);
		if (rowCount) await noteTrail({ ...ctx, db }, { conversationId, kind: 'joined', personIds: [personId] });
	});
}
