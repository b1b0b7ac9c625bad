import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { VacancyReason } from '../vocabulary.ts';
import { enterHouse } from './internal/town.ts';
import { vacancyReasons } from './tables.ts';

/** Why a house stands empty, in the municipality's own words; a second time the words are changed. Throws 404. */
export async function recordCause(
	ctx: Ctx,
	{ propertyId, cause, words }: { propertyId: string; cause: VacancyReason; words: string | null }
): Promise<void> {
	await enterHouse(ctx, propertyId);
	const said = { words, recordedAt: ctx.now, recordedBy: ctx.actor?.id ?? null };
	await ctx.db
		.insert(vacancyReasons)
		.values({ id: newId(), propertyId, cause, ...said })
		.onConflictDoUpdate({ target: [vacancyReasons.propertyId, vacancyReasons.cause], set: said });
}

/** It is no reason any more. Throws 404. */
export async function removeCause(ctx: Ctx, { propertyId, cause }: { propertyId: string; cause: VacancyReason }): Promise<void> {
	await enterHouse(ctx, propertyId);
	await ctx.db.delete(vacancyReasons).where(and(eq(vacancyReasons.propertyId, propertyId), eq(vacancyReasons.cause, cause)));
}
