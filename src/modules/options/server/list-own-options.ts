import { and, desc, eq, exists, inArray, notExists, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { awardPlaces } from '#modules/awards/server/tables.ts';
import { conceptContents, conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { State as ProcedureState } from '#modules/procedures/procedure.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { optionMilestones, options } from './tables.ts';

const mine = (ctx: Ctx, conceptId: typeof options.conceptId | typeof awardPlaces.conceptId) =>
	exists(
		ctx.db
			.select({ one: sql`1` })
			.from(conceptMembers)
			.where(and(eq(conceptMembers.conceptId, conceptId), eq(conceptMembers.personId, ctx.actor?.id ?? '')))
	);

/** The options of the groups that somebody writes concepts with, the newest first; `conceptId`: of this one alone. Throws 401. */
export async function listOwnOptions(ctx: Ctx, { conceptId }: { conceptId?: string } = {}) {
	if (!ctx.actor) throw unauthenticated();
	const count = (where: string) =>
		sql<number>`(select count(*)::int from ${optionMilestones} m where m.option_id = ${options.id} ${sql.raw(where)})`;
	return ctx.db
		.select({
			...{ id: options.id, holderName: options.holderName, state: options.state, endsOn: options.endsOn, house: properties.title },
			...{ done: count(`and m.state = 'confirmed'`), of: count('') }
		})
		.from(options)
		.innerJoin(procedures, eq(procedures.id, options.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(mine(ctx, options.conceptId), conceptId ? eq(options.conceptId, conceptId) : undefined))
		.orderBy(desc(options.grantedAt))
		.limit(100);
}

/** From when on somebody else has it: who waits is asked once there is a contract, who does not, at once. */
const settled: ProcedureState[] = ['contract', 'works', 'done'];
const decided: ProcedureState[] = ['decided', 'option', ...settled];

/** One's own concepts that did not get a house, for which it is time to seek again. Throws 401. */
export async function listPassedOver(ctx: Ctx) {
	if (!ctx.actor) throw unauthenticated();
	const had = ctx.db
		.select({ one: sql`1` })
		.from(options)
		.where(and(eq(options.conceptId, awardPlaces.conceptId), inArray(options.state, ['active', 'extended', 'fulfilled'])));
	const isOver = sql`(${awardPlaces.outcome} = 'not_awarded' or ${inArray(procedures.state, settled)})`;
	return ctx.db
		.select({
			...{ conceptId: awardPlaces.conceptId, house: properties.title, procedure: procedures.title },
			title: sql<string>`coalesce(${conceptContents.content} ->> 'title', '')`
		})
		.from(awardPlaces)
		.innerJoin(procedures, eq(procedures.id, awardPlaces.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.leftJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
		.where(
			and(
				mine(ctx, awardPlaces.conceptId),
				inArray(procedures.state, decided),
				inArray(awardPlaces.outcome, ['awarded', 'reserve', 'not_awarded']),
				isOver,
				notExists(had)
			)
		)
		.orderBy(desc(procedures.updatedAt))
		.limit(50);
}
