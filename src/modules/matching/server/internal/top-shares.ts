import * as words from '#modules/properties/vocabulary.ts';
import { selfHelps } from '#modules/requests/vocabulary.ts';
import { anyWish } from '../../any-wish.ts';
import type { Offer, Wish } from '../../pair.ts';
import { unknownOffer } from '../../unknown-offer.ts';
import { criteria, criterionIds, type CriterionId, type Weights } from '../../weights.ts';
import { bits, type SpaceCard } from './cards.ts';

/** From this number on `request_cards.counted` says that a word of the request is new to the cards and may mean anything. */
export const newWords = 1 << criterionIds.length;
const unknownOr = (isKnown: boolean): number => (isKnown ? 1 : 0.5);
const isWord = (code: number, vocabulary: Record<string, string>, word: string): boolean => Object.keys(vocabulary)[code - 1] === word;

const judged = (id: CriterionId, offer: Partial<Offer>, wish: Partial<Wish>): number =>
	criteria[id].judge({ ...unknownOffer, ...offer }, { ...anyWish, ...wish })?.share ?? 1;

/** What a word of the space gives at most; a word that the cards do not know gives everything. */
function byWord<Word extends string>(code: number, vocabulary: Record<Word, string>, share: (word: Word) => number): number {
	const word = (Object.keys(vocabulary) as Word[])[code - 1];
	return word === undefined ? 1 : share(word);
}

const bestCondition = (condition: words.Condition): number =>
	Math.max(
		...(Object.keys(selfHelps) as Wish['selfHelp'][]).flatMap((selfHelp) =>
			(Object.keys(words.conditions) as words.Condition[])
				.filter((word) => word !== 'unknown')
				.map((word) => judged('condition', { condition }, { selfHelp, conditions: [word] }))
		)
	);

/** The most that each criterion can give this space, whoever asks: what it does not say costs everybody the same half. */
function topShares(s: SpaceCard): Record<CriterionId, number> {
	const modes = s.modes & ~bits(['undecided'], words.offerModes) & ~1;
	return {
		use: s.uses ? 1 : s.allowed & 1 ? 1 : s.allowed ? 0.65 : 0.5,
		region: 1,
		area: unknownOr(s.least !== null || s.most !== null),
		cost: unknownOr(s.monthly !== null || s.purchase !== null),
		offerMode: unknownOr(modes !== 0),
		condition: byWord(s.condition, words.conditions, bestCondition),
		commonGood: unknownOr(s.goals !== 0),
		timing: unknownOr(s.availableFrom !== null || !isWord(s.availability, words.availabilityKinds, 'unknown')),
		accessibility: byWord(s.accessibility, words.accessibilities, (accessibility) =>
			judged('accessibility', { accessibility }, { accessibilityRequired: true })
		),
		publicAccess: byWord(s.publicAccess, words.publicAccesses, (publicAccess) =>
			judged('publicAccess', { publicAccess }, { publicAccessNeeded: true })
		),
		setting: unknownOr(!isWord(s.setting, words.settings, 'unknown')),
		heritage: byWord(s.heritage, words.heritages, (heritage) => judged('heritage', { heritage }, { heritageOk: 'no' })),
		sharing: 1
	};
}

/** How far a part of the requests can get. */
export type Reach = {
	/** The best score that any request of the part can have; below 0 when there is none. */
	most: number;
	/** For a score that is needed: which sets of counted criteria can have it, and how many points any of them may lose by one criterion. */
	within: (needed: number) => { sets: number[]; slack: number };
};

/** Rounding gives a criterion at most a twentieth of a point; a hair more for the sum. */
const rounding = 0.05 * criterionIds.length + 0.05;
const has = (set: number, id: CriterionId): boolean => (set & (1 << criterionIds.indexOf(id))) !== 0;

/**
 * Which criteria count differs from request to request (`request_cards.counted`, a bit for each), and so does what a space can earn with them.
 * Given the sets that there are: how far requests can get here that say no region (`lost` null), or that lose this share of it for certain.
 */
export function reachOf(
	card: SpaceCard,
	{ weights }: Weights,
	existing: readonly number[]
): { top: Record<CriterionId, number>; reach: (lost: number | null) => Reach } {
	const top = topShares(card);
	const points = (set: number, share: (id: CriterionId) => number) =>
		criterionIds.reduce((sum, id) => (has(set, id) ? sum + weights[id] * share(id) : sum), 0);
	const potentials = existing.map((set) => ({
		set,
		most: points(set, (id) => (set >= newWords ? 1 : top[id])),
		counted: points(set, () => 1)
	}));
	const reach = (lost: number | null): Reach => {
		const part = potentials.filter(({ set }) => has(set, 'region') === (lost !== null));
		const left = ({ most, counted }: (typeof potentials)[number], needed: number): number => {
			if (!counted) return needed <= 50 ? 0 : -1;
			return most - weights.region * (lost ?? 0) + rounding - ((needed - 0.5) / 100) * counted;
		};
		let best = 100;
		while (best >= 0 && !part.some((potential) => left(potential, best) >= 0)) best--;
		const within = (needed: number) => {
			const able = part.filter((potential) => left(potential, needed) >= 0);
			return { sets: able.map(({ set }) => set), slack: Math.max(0, ...able.map((potential) => left(potential, needed))) };
		};
		return { most: best, within };
	};
	return { top, reach };
}
