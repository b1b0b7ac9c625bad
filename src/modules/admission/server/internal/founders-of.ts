import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { networkRoles } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';

export type Founder = { roleId: string; name: string; personId: string | null; organisationId: string | null };

/** The founders' team of a network today. */
export async function foundersOf({ db, now }: Pick<Ctx, 'db' | 'now'>, networkId: string): Promise<Founder[]> {
	const today = dayOf(now);
	return db
		.select({
			roleId: networkRoles.id,
			name: networkRoles.name,
			personId: networkRoles.personId,
			organisationId: networkRoles.organisationId
		})
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.networkId, networkId),
				eq(networkRoles.role, 'founder'),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		)
		.orderBy(asc(networkRoles.name), asc(networkRoles.id));
}
