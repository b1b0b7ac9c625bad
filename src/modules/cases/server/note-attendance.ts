import { eq, inArray, and } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { viewingGuests } from './case-tables.ts';
import { findDeskViewing } from './find-desk-viewing.ts';

/** Notes who was there, of those who had answered; everybody else was not. Throws 404, 409 before it has begun or when it was called off. */
export async function noteAttendance(ctx: Ctx, { viewingId, came }: { viewingId: string; came: string[] }): Promise<void> {
	const { viewing } = await findDeskViewing(ctx, viewingId);
	if (viewing.state === 'cancelled') throw refused('cancelled', 'Dieser Termin ist abgesagt.');
	if (viewing.startsAt > ctx.now) throw refused('not-yet', 'Der Termin liegt noch vor Ihnen. Danach halten Sie fest, wer da war.');
	await ctx.db.transaction(async (db) => {
		await db.update(viewingGuests).set({ came: false }).where(eq(viewingGuests.viewingId, viewingId));
		if (came.length)
			await db
				.update(viewingGuests)
				.set({ came: true })
				.where(and(eq(viewingGuests.viewingId, viewingId), inArray(viewingGuests.partyId, came)));
	});
}
