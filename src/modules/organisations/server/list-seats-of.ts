import { asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { OrganisationKind } from '../organisation.ts';
import type { Rights, SeatFunction } from '../seat.ts';
import { organisations, seats } from './tables.ts';

export type SeatLine = {
	id: string;
	personId: string;
	organisation: { id: string; slug: string; name: string; kind: OrganisationKind; ags: string | null };
	function: SeatFunction;
	title: string | null;
	rights: Rights;
	startsAt: Date;
	endsAt: Date | null;
};

/** Every seat that these people hold, held or will hold, the oldest first. For pages that already decided who may look. */
export async function listSeatsOf(ctx: Pick<Ctx, 'db'>, personIds: string[]): Promise<SeatLine[]> {
	if (!personIds.length) return [];
	return ctx.db
		.select({
			id: seats.id,
			personId: seats.personId,
			organisation: {
				id: organisations.id,
				slug: organisations.slug,
				name: organisations.name,
				kind: organisations.kind,
				ags: organisations.ags
			},
			function: seats.function,
			title: seats.title,
			rights: seats.rights,
			startsAt: seats.startsAt,
			endsAt: seats.endsAt
		})
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(inArray(seats.personId, personIds))
		.orderBy(asc(seats.startsAt), asc(seats.id));
}
