import { asc, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { isWritable } from '#modules/cases/case.ts';
import { findDeskViewing, type DeskViewing } from '#modules/cases/server/find-desk-viewing.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { tours, tourStops } from '../tables.ts';

export type TourRow = typeof tours.$inferSelect;
export type StopRow = typeof tourStops.$inferSelect;
export type DeskTour = DeskViewing & { tour: TourRow };

/** A tour for whoever works on its case; 404 for everybody else. */
export async function tourAtDesk(ctx: Ctx, viewingId: string): Promise<DeskTour> {
	const found = await findDeskViewing(ctx, viewingId);
	const [tour] = await ctx.db.select().from(tours).where(eq(tours.viewingId, viewingId));
	if (!tour) throw notFound('Dieser Termin ist kein Leerstandsspaziergang.');
	return { ...found, tour };
}

/** The same, locked and still to be changed: inside a transaction. Throws 404, 409. */
export async function lockTour(ctx: Ctx, viewingId: string): Promise<DeskTour> {
	const found = await tourAtDesk(ctx, viewingId);
	await ctx.db.select({ id: tours.viewingId }).from(tours).where(eq(tours.viewingId, viewingId)).for('update');
	if (!isWritable(found.case.state)) throw refused('case-ended', 'Der Fall dazu ist beendet. Bitte zuerst wieder öffnen.');
	if (found.viewing.state === 'cancelled') throw refused('cancelled', 'Dieser Spaziergang ist abgesagt.');
	return found;
}

export const stopRows = (ctx: Pick<Ctx, 'db'>, viewingId: string): Promise<StopRow[]> =>
	ctx.db.select().from(tourStops).where(eq(tourStops.viewingId, viewingId)).orderBy(asc(tourStops.position), asc(tourStops.id));

/** One stop of it. Throws 404. */
export async function stopOf(ctx: Pick<Ctx, 'db'>, viewingId: string, stopId: string): Promise<StopRow> {
	const stop = (await stopRows(ctx, viewingId)).find(({ id }) => id === stopId);
	if (!stop) throw notFound('Diesen Halt gibt es nicht mehr.');
	return stop;
}
