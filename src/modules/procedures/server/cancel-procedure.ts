import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { cancelViewings } from './cancel-viewing.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { tellNamed } from './internal/tell.ts';
import { moveProcedure } from './move-procedure.ts';
import { procedureAmendments } from './publication-tables.ts';
import { tellFollowers } from './tell-followers.ts';

/** Ends a procedure without a decision, with the reason that everybody reads. What came in sealed stays sealed. Throws 401, 404, 409, 422. */
export async function cancelProcedure(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldByTown(inside, id);
		await moveProcedure(inside, { id, move: 'cancel', reason });
		await cancelViewings(inside, id, 'Das Verfahren ist aufgehoben.');
		await db.delete(procedureAmendments).where(eq(procedureAmendments.procedureId, id));
		await tellFollowers(inside, id, { kind: 'procedure-cancelled', key: 'cancelled', title: 'Aufgehoben', text: reason });
		const told = { kind: 'procedure-cancelled-desk', subjectId: id, title: `Aufgehoben: ${row.title}`, text: reason };
		await tellNamed(inside, id, { ...told, href: `/buero/verfahren/${id}/aufruf` });
	});
}
