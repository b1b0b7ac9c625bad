import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { isAbsent } from '../contact.ts';
import { validAt } from './internal/valid-seat.ts';
import { contactColumns } from './list-contacts.ts';
import { contactPoints, organisations, seats } from './tables.ts';

const acting = (now: Date, organisationId: string) => and(eq(seats.organisationId, organisationId), ne(seats.rights, 'read'), validAt(now));

/** How many people act for an organisation right now; with `unseen` also its contact points that are not public, have a mail address and are there today. */
export async function countPeople(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: string, { unseen = false } = {}): Promise<number> {
	const [row] = await ctx.db
		.select({ n: sql<number>`count(distinct ${seats.personId})::int` })
		.from(seats)
		.where(acting(ctx.now, organisationId));
	if (!unseen) return row?.n ?? 0;
	const hidden = and(ne(contactPoints.publicVisibility, 'public'), isNotNull(contactPoints.email));
	const rows = await ctx.db
		.select(contactColumns)
		.from(contactPoints)
		.where(and(eq(contactPoints.organisationId, organisationId), hidden));
	return (row?.n ?? 0) + rows.filter((point) => !isAbsent(point, dayOf(ctx.now))).length;
}

/** Their mail addresses, at most five, who is there longest first. Only for mails that leave; nobody is shown them. */
export async function listActingAddresses(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: string): Promise<string[]> {
	const rows = await ctx.db
		.select({ email: people.email })
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(acting(ctx.now, organisationId))
		.orderBy(seats.startsAt)
		.limit(5);
	return [...new Set(rows.map(({ email }) => email))];
}

/** The ids of those who act for a municipality right now, for whoever tells them something. */
export async function listActingPeople(ctx: Pick<Ctx, 'db' | 'now'>, ags: string): Promise<string[]> {
	const rows = await ctx.db
		.selectDistinct({ id: seats.personId })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(organisations.ags, ags), ne(seats.rights, 'read'), validAt(ctx.now)));
	return rows.map(({ id }) => id);
}
