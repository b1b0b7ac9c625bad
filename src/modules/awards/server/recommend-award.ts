import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { kindRules } from '#modules/procedures/procedure.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { isRanked, partsOf, proposedReason } from '../evaluation.ts';
import { mayLead } from '../policy.ts';
import { loadStanding, type Standing } from './internal/load-standing.ts';
import { heldSeat } from './internal/part-for.ts';
import { awardPlaces, awards } from './tables.ts';

export type RecommendInput = {
	recommendation: string;
	dissent: string;
	/** By the id of the concept. */ reasons: ReadonlyMap<string, string>;
};
type PlaceRow = typeof awardPlaces.$inferInsert;

/** A place for every concept: ranked, unranked where nothing is scored, and those that were excluded. */
function placesOf(procedureId: string, { call, evaluation, candidates }: Standing, reasons: RecommendInput['reasons']): PlaceRow[] {
	const { ranking, items } = evaluation;
	const rankedOf = new Map(ranking.map((one) => [one.id, one]));
	return candidates.map(({ conceptId, isValid, reason }) => {
		if (!isValid) return { procedureId, conceptId, outcome: 'excluded', reason: reason ?? '' };
		const ranked = rankedOf.get(conceptId);
		const parts = ranked ? partsOf(items, ranked) : {};
		return {
			...{ procedureId, conceptId, rank: ranked?.rank ?? null, points: ranked?.points ?? null, parts },
			...{ outcome: 'not_awarded', reason: reasons.get(conceptId) || proposedReason(items, parts, kindRules[call.frozen.kind]) }
		};
	});
}

/** Fixes the order with its reasons as the recommendation to whoever decides. Points can no longer change. Throws 401, 404, 409, 422. */
export function recommendAward(ctx: Ctx, { id, input }: { id: string; input: RecommendInput }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, phase } = await heldSeat(inside, id, mayLead);
		if (phase === 'early') throw refused('not-locked', 'Noch stehen nicht alle Punkte fest. Bitte sie zuerst festschreiben.');
		const standing = await loadStanding(inside, row);
		const { evaluation, call } = standing;
		if (evaluation.missing.length) throw refused('not-whole', evaluation.missing.join(' '));
		const places = placesOf(id, standing, input.reasons);
		if (!isRanked(call.frozen) && places.some(({ outcome, reason }) => outcome !== 'excluded' && !reason))
			throw refused('no-reason', 'Bitte für jedes Konzept einen Satz schreiben: Er steht im Brief an die Gruppe.', 'reasons');
		const sealed = {
			places: places.map(({ conceptId, rank = null, points = null, parts = {}, reason }) => ({ conceptId, rank, points, parts, reason })),
			...{ recommendation: input.recommendation, dissent: input.dissent }
		};
		const move = kindRules[row.kind].hasCriteria ? 'recommend' : 'conclude';
		await moveProcedure(inside, { id, move, facts: { call: call.hash }, sealed });
		const { recommendation, dissent } = input;
		const said = { recommendation, dissent, recommendedBy: ctx.actor?.id ?? null, recommendedAt: ctx.now };
		await db.insert(awards).values({ procedureId: id, ...said });
		await db.insert(awardPlaces).values(places);
	});
}
