import { sql } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';

/** A column that points at a person, as the database knows it: no module can add one and be forgotten. `own` rows go with the person. */
export type Pointer = { table: string; column: string; kind: 'own' | 'trace' };

/** What belongs to a person although the row outlives them: their houses, and what they wrote. */
const belongs = new Set(['properties.owner_person_id', 'conversation_messages.author_id']);

/** Points at somebody who must not learn of it: who blocked whom is the business of the first alone (article 15, paragraph 4 GDPR). */
const ofOthers = new Set(['conversation_blocks.blocked_id']);

export const isBelonging = ({ table, column }: { table: string; column: string }): boolean => belongs.has(`${table}.${column}`);

export async function ownPlaces(ctx: Pick<Ctx, 'db'>): Promise<Pointer[]> {
	const { rows } = await ctx.db.execute<Pointer>(sql`
		select c.conrelid::regclass::text as table, a.attname as column, case c.confdeltype when 'c' then 'own' else 'trace' end as kind
		from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
		where c.contype = 'f' and c.confrelid = 'people'::regclass
		order by 3, 1, 2`);
	return rows.filter(({ table, column }) => !ofOthers.has(`${table}.${column}`));
}
