import { and, asc, eq, sum } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { movingUp } from '../../viewing.ts';
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
		await tellParties(ctx, row, { ...told, title: `Sie sind dabei: ${title}`, text, partyIds: [guest.partyId] });
	}
}
