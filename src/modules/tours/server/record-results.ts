import { eq } from 'drizzle-orm';
import { noteAttendance } from '#modules/cases/server/note-attendance.ts';
import { stepViewing } from '#modules/cases/server/step-viewing.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ResultsInput } from '../forms.ts';
import { lockTour, tourAtDesk } from './internal/tour-for.ts';
import { tours } from './tables.ts';

/** Who came, with and without having signed up, and what the office learned; with it the tour has taken place. Throws 404, 409. */
export async function recordResults(ctx: Ctx, { viewingId, input }: { viewingId: string; input: ResultsInput }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	const { came, walkIns = 0, lesson = '' } = input;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { viewing, case: row } = await lockTour(inside, viewingId);
		await noteAttendance(inside, { viewingId, came });
		await db
			.update(tours)
			.set({ walkIns: Math.round(walkIns), lesson })
			.where(eq(tours.viewingId, viewingId));
		if (viewing.state === 'planned') await stepViewing(inside, { id: row.id, viewingId, step: 'hold' });
	});
}
