import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { seats } from '../tables.ts';
import { validAt } from './valid-seat.ts';

/** How many people manage the organisation at this moment, and whether this person holds any seat there. */
export async function countManagers(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ organisationId, personId }: { organisationId: string; personId: string }
): Promise<{ managers: number; isMember: boolean }> {
	const [row] = await ctx.db
		.select({
			managers: sql<number>`(count(*) filter (where ${seats.rights} = 'manage'))::int`,
			isMember: sql<boolean>`coalesce(bool_or(${seats.personId} = ${personId}), false)`
		})
		.from(seats)
		.where(and(eq(seats.organisationId, organisationId), validAt(ctx.now)));
	return { managers: row?.managers ?? 0, isMember: row?.isMember ?? false };
}
