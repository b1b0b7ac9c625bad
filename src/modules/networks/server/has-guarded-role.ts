import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { guardedRoles } from '../vocabulary.ts';
import { networkRoles } from './tables.ts';

/** Whether somebody works today in a role that needs a second factor, whichever way they sign in. */
export async function hasGuardedRole(ctx: Pick<Ctx, 'db' | 'now'>, personId: string): Promise<boolean> {
	const today = dayOf(ctx.now);
	const runs = and(lte(networkRoles.startsOn, today), or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today)));
	const [row] = await ctx.db
		.select({ id: networkRoles.id })
		.from(networkRoles)
		.where(and(eq(networkRoles.personId, personId), inArray(networkRoles.role, [...guardedRoles]), runs))
		.limit(1);
	return row !== undefined;
}
