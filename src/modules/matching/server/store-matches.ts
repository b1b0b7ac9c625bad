import { and, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Ranked } from '../score.ts';
import { scoreStoredPairs } from './score-stored-pair.ts';
import { matches } from './tables.ts';

/** Below this score nobody is told of a pair and nothing is kept. */
export const worthKeeping = 55;
export type Found = { spaceId: string; requestId: string; ranked: Ranked };

const isWorthIt = ({ result }: Ranked): boolean => !result.excluded && result.score >= worthKeeping;
const untouched = inArray(matches.state, ['suggested', 'shown']);

const values = (ctx: Ctx, { spaceId, requestId, ranked: { offer, result } }: Found) => ({
	id: newId(),
	spaceId,
	requestId,
	unitId: offer.unitId,
	score: result.score,
	reliability: result.reliability,
	criteria: result.criteria,
	nextQuestion: result.nextQuestion?.text ?? null,
	algorithmVersion: result.algorithm,
	computedAt: ctx.now
});

/** Writes pairs as they are computed now. What a person acted on keeps its score and its version. Returns the pairs that are new. */
export async function upsertMatches(
	ctx: Ctx,
	found: readonly Found[]
): Promise<{ id: string; spaceId: string; requestId: string; score: number }[]> {
	if (!found.length) return [];
	const rows = await ctx.db
		.insert(matches)
		.values(found.map((pair) => values(ctx, pair)))
		.onConflictDoUpdate({
			target: [matches.spaceId, matches.requestId],
			set: Object.fromEntries(
				['unit_id', 'score', 'reliability', 'criteria', 'next_question', 'algorithm_version', 'computed_at'].map((c) => [
					camel(c),
					sql.raw(`excluded.${c}`)
				])
			),
			setWhere: untouched
		})
		.returning({
			id: matches.id,
			spaceId: matches.spaceId,
			requestId: matches.requestId,
			score: matches.score,
			isNew: sql<boolean>`(xmax = 0)`
		});
	return rows.filter((row) => row.isNew);
}
const camel = (name: string) => name.replace(/_(.)/g, (_, c: string) => c.toUpperCase());

/**
 * The pairs of one space or request become those found; an old suggestion that is not among them is computed anew and goes when it no
 * longer fits. What a person acted on stays. Safe to repeat and with many workers.
 */
export async function storeMatches(ctx: Ctx, side: { spaceId: string } | { requestId: string }, found: readonly Found[]) {
	const ofSide: SQL = 'spaceId' in side ? eq(matches.spaceId, side.spaceId) : eq(matches.requestId, side.requestId);
	const good = found.filter(({ ranked }) => isWorthIt(ranked));
	const ids = good.map((pair) => ('spaceId' in side ? pair.requestId : pair.spaceId));
	const other = 'spaceId' in side ? matches.requestId : matches.spaceId;
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const fresh = await upsertMatches(within, good);
		const old = await db
			.select({ id: matches.id, spaceId: matches.spaceId, requestId: matches.requestId })
			.from(matches)
			.where(and(ofSide, untouched, ids.length ? notInArray(other, ids) : undefined))
			.limit(500);
		const scored = await scoreStoredPairs(within, old);
		const still = scored.flatMap(({ pair: { spaceId, requestId }, ranked }) =>
			ranked && isWorthIt(ranked) ? [{ spaceId, requestId, ranked }] : []
		);
		await upsertMatches(within, still);
		const gone = scored.filter(({ ranked }) => !ranked || !isWorthIt(ranked)).map(({ pair }) => pair.id);
		if (gone.length) await db.delete(matches).where(and(inArray(matches.id, gone), untouched));
		return fresh;
	});
}
