import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { viewings } from './case-tables.ts';

async function show(ctx: Ctx, id: string, isPublic: boolean): Promise<boolean> {
	const changed = await ctx.db
		.update(viewings)
		.set({ isPublic })
		.where(and(eq(viewings.id, id), eq(viewings.isPublic, !isPublic)))
		.returning({ id: viewings.id });
	return changed.length > 0;
}

/** The operator withholds a public viewing; it takes place for those who are in the case. Throws 409 for what is not public. */
export async function withholdViewing(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdBack(inside, { kind: 'viewing', id });
		if (!(await show(inside, id, false))) throw refused('content-gone', 'Dieser Termin ist nicht mehr öffentlich.');
		await recordEvent(inside, 'viewing.withheld', { subjectId: id });
	});
}

export async function restoreViewing(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (!(await giveBack(inside, { kind: 'viewing', id }))) return;
		if (await show(inside, id, true)) await recordEvent(inside, 'viewing.restored', { subjectId: id });
	});
}
