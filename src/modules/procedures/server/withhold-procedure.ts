import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { procedurePages } from './publication-tables.ts';

async function show(ctx: Ctx, id: string, withheldAt: Date | null): Promise<boolean> {
	const is = withheldAt ? isNull(procedurePages.withheldAt) : isNotNull(procedurePages.withheldAt);
	const changed = await ctx.db
		.update(procedurePages)
		.set({ withheldAt })
		.where(and(eq(procedurePages.procedureId, id), is))
		.returning({ id: procedurePages.procedureId });
	return changed.length > 0;
}

/** The operator withholds the public page of a procedure; deadlines and what came in go on as they are. Throws 409 for what is not public. */
export async function withholdProcedure(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdBack(inside, { kind: 'procedure', id });
		if (!(await show(inside, id, ctx.now))) throw refused('content-gone', 'Dieses Verfahren ist nicht mehr öffentlich.');
		await recordEvent(inside, 'procedure.withheld', { subjectId: id });
	});
}

/** Brings it back as it stands by now. */
export async function restoreProcedure(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (!(await giveBack(inside, { kind: 'procedure', id }))) return;
		if (await show(inside, id, null)) await recordEvent(inside, 'procedure.restored', { subjectId: id });
	});
}
