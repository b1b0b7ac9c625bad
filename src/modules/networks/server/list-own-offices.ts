import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { networkRoles } from './tables.ts';

/** The networks whose office somebody is today. */
export async function listOwnOffices(ctx: Ctx): Promise<string[]> {
	if (!ctx.actor) return [];
	const today = dayOf(ctx.now);
	const rows = await ctx.db
		.selectDistinct({ id: networkRoles.networkId })
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.personId, ctx.actor.id),
				eq(networkRoles.role, 'office'),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		);
	return rows.map(({ id }) => id);
}
