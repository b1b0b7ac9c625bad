import { dayOf } from '#lib/calendar.ts';
import { and, eq, gt, gte, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { networkRoles } from '#modules/networks/server/tables.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Who works today in a role of a network and has an account. */
export async function peopleInNetwork(ctx: Pick<Ctx, 'db' | 'now'>, networkId: string, role: 'office' | 'juror'): Promise<string[]> {
	const today = dayOf(ctx.now);
	const runs = and(lte(networkRoles.startsOn, today), or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today)));
	const rows = await ctx.db
		.selectDistinct({ id: networkRoles.personId })
		.from(networkRoles)
		.where(and(eq(networkRoles.networkId, networkId), eq(networkRoles.role, role), isNotNull(networkRoles.personId), runs));
	return rows.flatMap(({ id }) => id ?? []);
}

/** Who holds a seat in the group today. */
export async function peopleInGroup(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: string): Promise<string[]> {
	const valid = and(lte(seats.startsAt, ctx.now), or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now)));
	const rows = await ctx.db
		.selectDistinct({ id: seats.personId })
		.from(seats)
		.where(and(eq(seats.organisationId, organisationId), valid));
	return rows.map(({ id }) => id);
}
