import type { Ctx } from '#modules/people/actor.ts';
import { draftOf } from '../amendment.ts';
import { isOpenFor } from '../open.ts';
import { tooLate } from './internal/amendment-for.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { loadFrozen } from './load-frozen.ts';
import { procedureAmendments } from './publication-tables.ts';

/** Begins an amendment from the call in force; one that is in work stays. Throws 401, 404, 409. */
export async function beginAmendment(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldByTown(inside, id);
		if (!isOpenFor(row, ctx.now)) throw tooLate();
		const { frozen, version } = await loadFrozen(inside, id);
		const stamp = { updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		await db
			.insert(procedureAmendments)
			.values({ procedureId: id, basedOn: version, draft: draftOf(frozen), ...stamp })
			.onConflictDoNothing();
	});
}
