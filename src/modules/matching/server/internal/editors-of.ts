import { and, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { organisations, seats } from '#modules/organisations/server/tables.ts';

/** Who edits for these municipalities right now, who has done so longest first. */
export async function editorsOf(ctx: Pick<Ctx, 'db' | 'now'>, ags: string[]) {
	if (!ags.length) return [];
	return ctx.db
		.selectDistinctOn([seats.startsAt, people.id, organisations.ags], {
			ags: organisations.ags,
			personId: people.id,
			name: people.name,
			email: people.email
		})
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.innerJoin(people, eq(people.id, seats.personId))
		.where(
			and(
				inArray(organisations.ags, ags),
				ne(seats.rights, 'read'),
				lte(seats.startsAt, ctx.now),
				or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now))
			)
		)
		.orderBy(seats.startsAt, people.id, organisations.ags);
}
