import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PaperInterest } from '../forms.ts';
import { lockTour, stopOf, tourAtDesk } from './internal/tour-for.ts';
import { tourInterests } from './tables.ts';

/** The office writes down what stands on the sheet of paper. Throws 404, 409. */
export async function recordInterest(ctx: Ctx, { viewingId, input }: { viewingId: string; input: PaperInterest }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	const { stopId, name, email = null, text = '' } = input;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await lockTour(inside, viewingId);
		const { propertyId } = await stopOf(inside, viewingId, stopId);
		if (!propertyId) throw refused('no-house', 'Dieser Halt ist kein Haus. Bitte ein Haus wählen.', 'stopId');
		await db.insert(tourInterests).values({ id: newId(), stopId, name, email, text, at: ctx.now });
	});
}
