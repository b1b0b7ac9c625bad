import { sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { State } from '../concept.ts';

export type Lonely = { id: string; procedure: string; state: State; isInTime: boolean };

/** Concepts that nobody but whoever asks writes: what becomes of them without an account they should know before. Throws 401. */
export async function listLonelyConcepts(ctx: Ctx): Promise<Lonely[]> {
	if (!ctx.actor) throw unauthenticated();
	const { rows } = await ctx.db.execute<Lonely>(sql`
		select c.id, p.title as procedure, c.state, coalesce(p.deadline >= ${ctx.now.toISOString()}::timestamptz and c.round = p.round, false) as "isInTime"
		from concepts c
		join procedures p on p.id = c.procedure_id
		join concept_members m on m.concept_id = c.id and m.person_id = ${ctx.actor.id}::uuid
		where c.state <> 'withdrawn' and not exists (select from concept_members o where o.concept_id = c.id and o.person_id <> m.person_id)
		order by c.created_at, c.id`);
	return rows;
}
