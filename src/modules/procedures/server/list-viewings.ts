import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { DateState, GuestState } from '#lib/guests.ts';
import type { CalendarEntry } from '#lib/ics.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { pageIs } from './internal/page.ts';
import { procedureOfTown } from './internal/procedure-for.ts';
import { procedureGuests, procedurePages, procedureViewings } from './publication-tables.ts';

const taken = sql<number>`(select coalesce(sum(g.people), 0)::int from procedure_guests g where g.viewing_id = procedure_viewings.id and g.state = 'coming')`;

export type Guest = { name: string; email: string; people: number; state: GuestState };
export type DeskViewing = typeof procedureViewings.$inferSelect & { taken: number; guests: Guest[] };

/** The dates of a procedure with who comes, for the office: whoever comes first, then whoever waits, each in the order they asked. Throws 401, 404. */
export async function listViewings(ctx: Ctx, id: string): Promise<DeskViewing[]> {
	await procedureOfTown(ctx, id);
	const rows = await ctx.db
		.select()
		.from(procedureViewings)
		.where(eq(procedureViewings.procedureId, id))
		.orderBy(asc(procedureViewings.startsAt), asc(procedureViewings.id));
	const ids = rows.map((row) => row.id);
	const { viewingId, state, people: count } = procedureGuests;
	const guests = ids.length
		? await ctx.db
				.select({ viewingId, name: people.name, email: people.email, people: count, state })
				.from(procedureGuests)
				.innerJoin(people, eq(people.id, procedureGuests.personId))
				.where(inArray(procedureGuests.viewingId, ids))
				.orderBy(asc(procedureGuests.at), asc(procedureGuests.id))
		: [];
	return rows.map((row) => {
		const own = guests.filter((guest) => guest.viewingId === row.id).map(({ viewingId: _, ...guest }) => guest);
		const coming = own.filter((guest) => guest.state === 'coming');
		return {
			...row,
			taken: coming.reduce((n, guest) => n + guest.people, 0),
			guests: [...coming, ...own.filter((guest) => guest.state === 'waiting')]
		};
	});
}

export type PublicViewing = {
	id: string;
	startsAt: Date;
	endsAt: Date;
	place: string;
	capacity: number | null;
	taken: number;
	state: DateState;
	cancelReason: string | null;
	/** The own answer of whoever asks; with it they read the note for guests. */
	mine: { state: GuestState; people: number; note: string } | null;
};

/** The dates as everybody reads them. The caller has found the page. */
export async function listPublicViewings(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<PublicViewing[]> {
	const { db, actor } = ctx;
	const { id, startsAt, endsAt, place, capacity, state, cancelReason, guestNote } = procedureViewings;
	const rows = await db
		.select({ id, startsAt, endsAt, place, capacity, taken, state, cancelReason })
		.from(procedureViewings)
		.where(eq(procedureViewings.procedureId, procedureId))
		.orderBy(asc(startsAt), asc(id));
	if (!actor || !rows.length) return rows.map((row) => ({ ...row, mine: null }));
	const own = await db
		.select({ viewingId: procedureGuests.viewingId, state: procedureGuests.state, people: procedureGuests.people, note: guestNote })
		.from(procedureGuests)
		.innerJoin(procedureViewings, eq(procedureViewings.id, procedureGuests.viewingId))
		.where(and(eq(procedureViewings.procedureId, procedureId), eq(procedureGuests.personId, actor.id)));
	return rows.map((row) => {
		const mine = own.find(({ viewingId }) => viewingId === row.id);
		return { ...row, mine: mine && mine.state !== 'declined' ? { state: mine.state, people: mine.people, note: mine.note } : null };
	});
}

/** A date of a public procedure for the calendar. Throws 404. */
export async function findViewingEntry(
	ctx: Ctx,
	{ slug, viewingId }: { slug: string; viewingId: string }
): Promise<Omit<CalendarEntry, 'url'>> {
	const [page] = await ctx.db.select().from(procedurePages).where(pageIs(slug));
	const own =
		page && isUuid(viewingId) ? and(eq(procedureViewings.id, viewingId), eq(procedureViewings.procedureId, page.procedureId)) : null;
	const [row] = own ? await ctx.db.select().from(procedureViewings).where(own) : [];
	if (!page || !row) throw notFound('Diesen Termin gibt es nicht.');
	const { id, place, startsAt, endsAt, state, sequence, updatedAt } = row;
	const text = 'Besichtigung im Konzeptverfahren.';
	return {
		id,
		title: `Besichtigung: ${page.title}`,
		place,
		text,
		startsAt,
		endsAt,
		isCancelled: state === 'cancelled',
		sequence,
		stampedAt: updatedAt
	};
}
