import { asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { GuestState } from '#lib/guests.ts';
import { caseParties, viewingGuests, viewings } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';

/** `came`: null until somebody has noted it. */
export type Guest = { partyId: string; name: string; email: string | null; state: GuestState; people: number; came: boolean | null };
export type Viewing = typeof viewings.$inferSelect & { guests: Guest[]; taken: number };

/** The viewings of a case with who comes, in the order of their dates. The caller has asked who reads. */
export async function viewingsOf(ctx: Pick<Ctx, 'db'>, caseId: string): Promise<Viewing[]> {
	const rows = await ctx.db.select().from(viewings).where(eq(viewings.caseId, caseId)).orderBy(asc(viewings.startsAt), asc(viewings.id));
	if (!rows.length) return [];
	const ids = rows.map(({ id }) => id);
	const guests = await ctx.db
		.select({
			...{ viewingId: viewingGuests.viewingId, partyId: viewingGuests.partyId, name: caseParties.name },
			...{ email: caseParties.email, state: viewingGuests.state, people: viewingGuests.people, came: viewingGuests.came }
		})
		.from(viewingGuests)
		.innerJoin(caseParties, eq(caseParties.id, viewingGuests.partyId))
		.where(inArray(viewingGuests.viewingId, ids))
		.orderBy(asc(viewingGuests.at), asc(viewingGuests.id));
	return rows.map((row) => {
		const own = guests.filter(({ viewingId }) => viewingId === row.id).map(({ viewingId: _, ...guest }) => guest);
		return { ...row, guests: own, taken: own.filter(({ state }) => state === 'coming').reduce((n, { people }) => n + people, 0) };
	});
}

/** The viewings of a case for whoever works on it. Throws 404. */
export async function listViewings(ctx: Ctx, id: string): Promise<Viewing[]> {
	await caseAtDesk(ctx, id);
	return viewingsOf(ctx, id);
}
