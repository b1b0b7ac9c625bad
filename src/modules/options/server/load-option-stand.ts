import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { awardPlaces } from '#modules/awards/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { shownHolder, type OptionStand } from '../stand.ts';
import { inForce } from './internal/desk-for.ts';
import { optionMilestones, options } from './tables.ts';

/** What everybody may read of the option in force: the public page of a procedure asks it. Null where nobody has the house. The caller has asked whether the procedure is public. */
export async function loadOptionStand(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<OptionStand | null> {
	const count = (where: string) =>
		sql<number>`(select count(*)::int from ${optionMilestones} m where m.option_id = ${options.id} ${sql.raw(where)})`;
	const [row] = await ctx.db
		.select({
			...{ state: options.state, from: options.startsOn, until: options.endsOn, turn: options.turn, holderName: options.holderName },
			...{ openness: procedures.openness, outcome: awardPlaces.outcome },
			...{ done: count(`and m.state = 'confirmed'`), of: count('') }
		})
		.from(options)
		.innerJoin(procedures, eq(procedures.id, options.procedureId))
		.leftJoin(awardPlaces, and(eq(awardPlaces.procedureId, options.procedureId), eq(awardPlaces.conceptId, options.conceptId)))
		.where(and(eq(options.procedureId, procedureId), inArray(options.state, inForce)))
		.orderBy(desc(options.turn))
		.limit(1);
	if (!row) return null;
	const { state, from, until, turn, done, of, openness, outcome, holderName } = row;
	return { state, from, until, turn, done, of, holder: shownHolder({ state, openness, isAwarded: outcome === 'awarded', holderName }) };
}
