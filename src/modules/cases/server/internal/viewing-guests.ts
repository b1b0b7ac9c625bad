import { and, asc, eq, sql, sum } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { movingUp, placeFor, whyNotAnswer, type GuestState } from '#lib/guests.ts';
import { viewingGuests, viewings } from '../case-tables.ts';
import type { CaseRow } from './case-for.ts';
import { tellParties } from './tell.ts';

export type ViewingRow = typeof viewings.$inferSelect;

/** A viewing of this case, locked: whoever answers at the same moment waits. Throws 404. */
export async function lockViewing(ctx: Ctx, caseId: string, viewingId: string): Promise<ViewingRow> {
	const mine = and(eq(viewings.id, viewingId), eq(viewings.caseId, caseId));
	const [row] = isUuid(viewingId) ? await ctx.db.select().from(viewings).where(mine).for('update') : [];
	if (!row) throw notFound('Diesen Termin gibt es nicht mehr.');
	return row;
}

/** How many places are taken by those who come. */
export async function takenPlaces(ctx: Ctx, viewingId: string): Promise<number> {
	const coming = and(eq(viewingGuests.viewingId, viewingId), eq(viewingGuests.state, 'coming'));
	const [row] = await ctx.db
		.select({ n: sum(viewingGuests.people).mapWith(Number) })
		.from(viewingGuests)
		.where(coming);
	return row?.n ?? 0;
}

/** Whoever waits and fits now comes, in the order they asked, and hears of it. In the caller's transaction, with the viewing locked. */
export async function moveUp(ctx: Ctx, row: CaseRow, viewing: ViewingRow): Promise<void> {
	const { id: viewingId, capacity, title, startsAt } = viewing;
	const waiting = await ctx.db
		.select()
		.from(viewingGuests)
		.where(and(eq(viewingGuests.viewingId, viewingId), eq(viewingGuests.state, 'waiting')))
		.orderBy(asc(viewingGuests.at), asc(viewingGuests.id));
	for (const guest of movingUp(waiting, { capacity, taken: await takenPlaces(ctx, viewingId) })) {
		await ctx.db.update(viewingGuests).set({ state: 'coming' }).where(eq(viewingGuests.id, guest.id));
		const text = `${momentText(startsAt)}. Es ist ein Platz frei geworden, Sie sind dabei. Wenn es nicht passt, bitte absagen.`;
		const told = { kind: 'case-moved-up', subjectId: `${guest.id}:${ctx.now.toISOString()}`, topic: 'cancellation' as const };
		await tellParties(ctx, row, { ...told, viewingId, title: `Sie sind dabei: ${title}`, text, partyIds: [guest.partyId] });
	}
}

type Answer = { viewing: ViewingRow; partyId: string; answer: 'yes' | 'no'; people: number };

/** Writes down whether a party comes, with a place or in line, and lets others move up. In the caller's transaction, with the viewing locked. Throws 409, 422. */
export async function takeAnswer(ctx: Ctx, row: CaseRow, { viewing, partyId, answer, people }: Answer): Promise<GuestState> {
	const { id: viewingId, capacity, startsAt } = viewing;
	const mine = and(eq(viewingGuests.viewingId, viewingId), eq(viewingGuests.partyId, partyId));
	const [had] = await ctx.db.select().from(viewingGuests).where(mine);
	const taken = (await takenPlaces(ctx, viewingId)) - (had?.state === 'coming' ? had.people : 0);
	const not = whyNotAnswer({ viewing: viewing.state, startsAt, now: ctx.now, capacity, taken, people });
	if (not) throw refused(not.code, not.message, answer === 'yes' ? not.field : undefined);
	const kept = had && had.state !== 'declined' && had.people === people ? had : null;
	const state = answer === 'no' ? 'declined' : (kept?.state ?? placeFor({ capacity, taken, people }));
	const at = kept && answer === 'yes' ? sql`${viewingGuests.at}` : ctx.now;
	await ctx.db
		.insert(viewingGuests)
		.values({ id: newId(), viewingId, partyId, people, state, at: ctx.now })
		.onConflictDoUpdate({ target: [viewingGuests.viewingId, viewingGuests.partyId], set: { state, people, at } });
	await moveUp(ctx, row, viewing);
	return state;
}
