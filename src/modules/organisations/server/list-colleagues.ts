import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { seatFunctions, type SeatFunction } from '../seat.ts';
import { validAt } from './internal/valid-seat.ts';
import { organisations, seats } from './tables.ts';

/** Who could stand in for the person who asks, in one organisation where both sit now. `until`: whichever of the two seats ends first. */
export type Colleagues = {
	organisationId: string;
	organisation: string;
	until: Date | null;
	people: { id: string; name: string; until: Date | null }[];
};

const first = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));
const isDeputy = (held: SeatFunction) => held === 'deputy_mayor';

/** The organisations of the person who asks with everybody else who sits there, deputies by office first. */
export async function listColleagues(ctx: Ctx): Promise<Colleagues[]> {
	if (!ctx.actor) throw unauthenticated();
	const mine = await ctx.db
		.select({
			organisationId: seats.organisationId,
			organisation: organisations.name,
			endsAt: sql<string | null>`case when bool_or(${seats.endsAt} is null) then null else max(${seats.endsAt}) end`
		})
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(seats.personId, ctx.actor.id), validAt(ctx.now)))
		.groupBy(seats.organisationId, organisations.name)
		.orderBy(organisations.name);
	if (!mine.length) return [];
	const others = await othersIn(
		ctx,
		mine.map(({ organisationId }) => organisationId)
	);
	return mine.map(({ organisationId, organisation, endsAt }) => {
		const until = endsAt ? new Date(endsAt) : null;
		const here = others
			.filter((other) => other.organisationId === organisationId)
			.sort((a, b) => Number(isDeputy(b.function)) - Number(isDeputy(a.function)));
		const once = here.filter((other, n) => here.findIndex(({ id }) => id === other.id) === n);
		return {
			...{ organisationId, organisation, until },
			people: once.map((other) => ({
				...{ id: other.id, name: `${other.name || other.email} (${seatFunctions[other.function]})` },
				until: first(until, other.endsAt)
			}))
		};
	});
}

/** Everybody else who sits in these organisations now, one row for each seat. */
const othersIn = (ctx: Ctx, organisationIds: string[]) =>
	ctx.db
		.select({
			...{ organisationId: seats.organisationId, id: people.id, name: people.name, email: people.email },
			...{ function: seats.function, endsAt: seats.endsAt }
		})
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(and(inArray(seats.organisationId, organisationIds), ne(seats.personId, ctx.actor?.id ?? ''), validAt(ctx.now)))
		.orderBy(people.name, people.id);
