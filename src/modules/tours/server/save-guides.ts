import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { lockTour, tourAtDesk } from './internal/tour-for.ts';
import { tours } from './tables.ts';

/** Says who leads. Throws 404, 409. */
export async function saveGuides(ctx: Ctx, { viewingId, guides }: { viewingId: string; guides: string }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	await ctx.db.transaction(async (db) => {
		await lockTour({ ...ctx, db }, viewingId);
		await db.update(tours).set({ guides }).where(eq(tours.viewingId, viewingId));
	});
}
