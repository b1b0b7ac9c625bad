import { and, asc, eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { OrganisationKind } from '../organisation.ts';
import { installationSlug, installationVia } from '../provider.ts';
import { type Rights, type SeatFunction } from '../seat.ts';
import { validAt } from './internal/valid-seat.ts';
import { organisations, seats } from './tables.ts';

export type OwnOrganisation = {
	id: string;
	slug: string;
	name: string;
	kind: OrganisationKind;
	summary: string | null;
	publishedAt: Date | null;
	function: SeatFunction;
	title: string | null;
	rights: Rights;
	endsAt: Date | null;
	/** Where to sign in for it to count: it comes from an identity provider at which this session did not begin. Null: it counts. */
	dormant: string | null;
};

/** The organisations in which one holds a seat right now. */
export async function listOwnOrganisations(ctx: Ctx): Promise<OwnOrganisation[]> {
	if (!ctx.actor) throw unauthenticated();
	const rows = await ctx.db
		.select({
			...{ id: organisations.id, slug: organisations.slug, name: organisations.name, kind: organisations.kind },
			...{ summary: organisations.summary, publishedAt: organisations.publishedAt },
			...{ function: seats.function, title: seats.title, rights: seats.rights, endsAt: seats.endsAt, via: seats.via }
		})
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(seats.personId, ctx.actor.id), validAt(ctx.now)))
		.orderBy(asc(organisations.name), asc(seats.startsAt));
	return rows.map(({ via, ...row }) => {
		const counts = via === null || via === ctx.session?.via;
		return { ...row, dormant: counts ? null : via === installationVia ? installationSlug : row.slug };
	});
}
