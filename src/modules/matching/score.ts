import type { CriterionResult } from './match.ts';
import type { Offer, Wish } from './pair.ts';
import { criteria, criterionIds, type CriterionId, type Weights } from './weights.ts';

export type NextQuestion = { criterion: CriterionId; text: string; ask: 'provider' | 'municipality' };

export type PairScore = {
	/** 0 to 100, whole; 0 when the pair is excluded. */
	score: number;
	/** 0 to 10, whole: how much of what counts is known. */
	reliability: number;
	excluded: boolean;
	criteria: (CriterionResult & { id: CriterionId })[];
	nextQuestion: NextQuestion | null;
	algorithm: number;
};

/** A request that says little cannot be matched reliably: below this share of all weights reliability falls. */
const enough = 0.6;

/**
 * The one place where the score of a pair is computed. Each criterion that the request has a wish for earns a share of its weight: a fit
 * 0.6 to 1, a tension less, a conflict nothing, the unknown half. Score = earned points / weights that count. Each criterion earns for
 * itself, so a fact that is added moves its own criterion only, and the order of anything changes nothing (whole tenths are added).
 * A conflict with something hard excludes the pair.
 */
export function scorePair(offer: Offer, wish: Wish, { version, weights }: Weights): PairScore {
	const results: PairScore['criteria'] = [];
	let [points, counted, known, excluded] = [0, 0, 0, false];
	for (const id of criterionIds) {
		const verdict = weights[id] > 0 ? criteria[id].judge(offer, wish) : null;
		if (!verdict) continue;
		const tenths = Math.round(verdict.share * weights[id] * 10);
		points += tenths;
		counted += weights[id];
		if (verdict.outcome !== 'unknown') known += weights[id];
		if (verdict.excludes) excluded = true;
		results.push({ id, outcome: verdict.outcome, weight: weights[id], points: tenths / 10, text: verdict.text });
	}
	const all = criterionIds.reduce((sum, id) => sum + weights[id], 0);
	return {
		score: excluded ? 0 : counted ? Math.round((points * 10) / counted) : 50,
		reliability: all ? Math.round((10 * known) / Math.max(counted, enough * all)) : 0,
		excluded,
		criteria: results,
		nextQuestion: nextQuestion(results),
		algorithm: version
	};
}

/** The unknown with the largest weight, as a question. */
function nextQuestion(results: PairScore['criteria']): NextQuestion | null {
	const open = results
		.filter((r) => r.outcome === 'unknown')
		.sort((a, b) => b.weight - a.weight || criterionIds.indexOf(a.id) - criterionIds.indexOf(b.id))[0];
	return open ? { criterion: open.id, ...criteria[open.id].question } : null;
}

export type NearMiss = { criterion: CriterionId; text: string; scoreThen: number };

/** The one smallest change of a wish that would let an excluded pair fit; `null` when it takes more than one. */
export function nearMiss(offer: Offer, wish: Wish, weights: Weights): NearMiss | null {
	for (const id of criterionIds) {
		const { judge, relax } = criteria[id];
		if (!judge(offer, wish)?.excludes) continue;
		const relaxed = relax?.(offer, wish) ?? null;
		const then = relaxed && scorePair(offer, relaxed.wish, weights);
		return then && !then.excluded ? { criterion: id, text: `passt, wenn ${relaxed.text}`, scoreThen: then.score } : null;
	}
	return null;
}

/** Best first: score, then reliability, then the whole before its parts, then by id, so that the order is always the same. */
export const better = (a: Ranked, b: Ranked): number =>
	Number(a.result.excluded) - Number(b.result.excluded) ||
	b.result.score - a.result.score ||
	b.result.reliability - a.result.reliability ||
	Number(a.offer.unitId !== null) - Number(b.offer.unitId !== null) ||
	(a.offer.unitId ?? '').localeCompare(b.offer.unitId ?? '');

export type Ranked = { offer: Offer; result: PairScore };

/** A space counts with the part that fits best. `offers` is never empty. */
export function scoreSpace(offers: readonly Offer[], wish: Wish, weights: Weights): Ranked {
	const ranked = offers.map((offer) => ({ offer, result: scorePair(offer, wish, weights) })).sort(better);
	const [best] = ranked;
	if (!best) throw new Error('A space offers at least itself.');
	return best;
}
