import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { openerKeys } from './tables.ts';

/** Keeps the public half of an opener's key, in place of an earlier one. The caller has asked who may, and that nothing is sealed yet. */
export async function putOpenerKey(
	ctx: Ctx,
	{ subjectId, personId, recipient }: { subjectId: string; personId: string; recipient: string }
): Promise<void> {
	const fresh = { recipient, createdAt: ctx.now, triedAt: null };
	await ctx.db
		.insert(openerKeys)
		.values({ id: newId(), subjectId, personId, ...fresh })
		.onConflictDoUpdate({ target: [openerKeys.subjectId, openerKeys.personId], set: fresh });
}

/** The opener has shown that they hold the private half. */
export async function noteTried(ctx: Ctx, { subjectId, personId }: { subjectId: string; personId: string }): Promise<void> {
	await ctx.db
		.update(openerKeys)
		.set({ triedAt: ctx.now })
		.where(and(eq(openerKeys.subjectId, subjectId), eq(openerKeys.personId, personId)));
}
