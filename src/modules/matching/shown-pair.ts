import type { MatchState } from './match.ts';
import type { Offer } from './pair.ts';
import type { NearMiss, NextQuestion, PairScore } from './score.ts';
import { criterionNames } from './weights.ts';

/** One pair on a page of either side: the same score, the same sentences. */
export type ShownPair = {
	/** The thing whose page it is, and the other half. */
	id: string;
	otherId: string;
	title: string;
	href: string;
	line: string;
	unit: string | null;
	score: number;
	reliability: number;
	criteria: (PairScore['criteria'][number] & { label: string })[];
	nextQuestion: NextQuestion | null;
	algorithm: number;
	state: MatchState;
	closedReason: string | null;
	contact: { name: string; unit?: string; email: string | null; phone: string | null } | null;
};
export type ShownMiss = { otherId: string; title: string; href: string; line: string } & NearMiss;

type Facts = Pick<ShownPair, 'id' | 'otherId' | 'title' | 'href' | 'line'>;
type Kept = { state: MatchState; closedReason: string | null; contact: ShownPair['contact'] };
type Scored = { offer: Offer; result: PairScore; units: readonly { id: string; label: string }[] };

export const shownPair = (facts: Facts, { offer, result, units }: Scored, kept: Kept): ShownPair => ({
	...facts,
	unit: units.find((unit) => unit.id === offer.unitId)?.label ?? null,
	score: result.score,
	reliability: result.reliability,
	criteria: result.criteria.map((criterion) => ({ ...criterion, label: criterionNames[criterion.id] })),
	nextQuestion: result.nextQuestion,
	algorithm: result.algorithm,
	...kept
});
