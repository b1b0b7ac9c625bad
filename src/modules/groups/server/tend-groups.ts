import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { nameSpeakerIn } from './internal/name-speaker-in.ts';
import { moveGroup } from './internal/move-group.ts';
import type { GroupRow } from './internal/group-for.ts';
import { groups } from './tables.ts';

type Lost = { id: string; heirId: string | null };

/**
 * Accounts go, and with them memberships: a group that nobody speaks for is spoken for by who has been there longest, a group without anybody dissolves.
 * Every night, and when an account was erased. Returns how many groups that were.
 */
export async function tendGroups(ctx: Ctx): Promise<number> {
	const { rows } = await ctx.db.execute<Lost>(sql`
		select g.id, (select m.id from group_members m where m.group_id = g.id order by m.joined_at, m.id limit 1) as "heirId"
		from groups g where g.dissolved_at is null and not exists (select from group_members m where m.group_id = g.id and m.is_speaker) limit 500`);
	for (const { id, heirId } of rows) await ctx.db.transaction((db) => tendOne({ ...ctx, db }, { id, heirId }));
	return rows.length;
}

async function tendOne(ctx: Ctx, { id, heirId }: Lost): Promise<void> {
	const [row]: GroupRow[] = await ctx.db.select().from(groups).where(eq(groups.id, id)).for('update');
	if (!row) return;
	if (heirId) await nameSpeakerIn(ctx, row, { memberId: heirId, speaks: true });
	else if (row.state !== 'dissolved') await moveGroup(ctx, row, { step: 'dissolve', reason: 'Niemand ist mehr dabei.' });
}
