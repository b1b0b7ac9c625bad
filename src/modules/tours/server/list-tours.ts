import { desc, eq, sql } from 'drizzle-orm';
import { cases, viewings } from '#modules/cases/server/case-tables.ts';
import { casesAtDesk } from '#modules/cases/server/find-desk-viewing.ts';
import type { ViewingState } from '#modules/cases/viewing.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { tours } from './tables.ts';

export type ListedTour = {
	id: string;
	title: string;
	startsAt: Date;
	state: ViewingState;
	organisation: string;
	stops: number;
	toAsk: number;
	taken: number;
	interests: number;
};

const stopsWhere = (more = sql``) => sql<number>`(select count(*)::int from tour_stops s where s.viewing_id = ${tours.viewingId} ${more})`;
const interests = sql<number>`(select count(*)::int from tour_interests i join tour_stops s on s.id = i.stop_id where s.viewing_id = ${tours.viewingId})`;
const taken = sql<number>`(select coalesce(sum(g.people), 0)::int from case_viewing_guests g where g.viewing_id = ${tours.viewingId} and g.state = 'coming')`;

/** The tours that somebody plans, the latest first; at most 100. */
export async function listTours(ctx: Ctx): Promise<ListedTour[]> {
	return ctx.db
		.select({
			...{ id: viewings.id, title: viewings.title, startsAt: viewings.startsAt, state: viewings.state, organisation: organisations.name },
			...{ stops: stopsWhere(), toAsk: stopsWhere(sql`and s.property_id is not null and s.consent in ('open', 'asked')`), taken, interests }
		})
		.from(tours)
		.innerJoin(viewings, eq(viewings.id, tours.viewingId))
		.innerJoin(cases, eq(cases.id, viewings.caseId))
		.innerJoin(organisations, eq(organisations.id, cases.organisationId))
		.where(await casesAtDesk(ctx))
		.orderBy(desc(viewings.startsAt), desc(viewings.id))
		.limit(100);
}

/** Which of these viewings lead over several houses, for whoever knows them already. */
export async function listTourIds(ctx: Pick<Ctx, 'db'>, viewingIds: readonly string[]): Promise<string[]> {
	if (!viewingIds.length) return [];
	const rows = await ctx.db
		.select({ id: tours.viewingId })
		.from(tours)
		.where(sql`${tours.viewingId} = any(${sql.param([...viewingIds])}::uuid[])`);
	return rows.map(({ id }) => id);
}
