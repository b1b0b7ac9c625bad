import { and, eq, isNull } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayWalk } from '../policy.ts';
import { walkEntries } from './tables.ts';

/** Somebody has done what a note asks for. A second time changes nothing. 404 where there is no such note. */
export async function settleWalkNote(ctx: Ctx, { ags, id }: { ags: string; id: string }): Promise<void> {
	if (!mayWalk(ctx.actor, ags)) throw forbidden();
	const [note] = await ctx.db
		.select({ propertyId: walkEntries.propertyId })
		.from(walkEntries)
		.where(and(eq(walkEntries.id, id), eq(walkEntries.ags, ags)));
	if (!note) throw notFound();
	await ctx.db.transaction(async (db) => {
		const settled = await db
			.update(walkEntries)
			.set({ settledAt: ctx.now, settledBy: ctx.actor?.id ?? null })
			.where(and(eq(walkEntries.id, id), isNull(walkEntries.settledAt)))
			.returning({ id: walkEntries.id });
		if (settled.length) await recordEvent({ ...ctx, db }, 'walk.settled', { subjectId: note.propertyId, data: { entry: id } });
	});
}
