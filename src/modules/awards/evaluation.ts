import type { Frozen } from '#modules/procedures/frozen.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { priceScaleOf } from '#modules/procedures/price.ts';
import { kindRules, tieRules } from '#modules/procedures/procedure.ts';
import { contestOfVotes, firmnessOf, pointsText, rankingOf, type Firmness, type Ranked } from '#modules/procedures/score.ts';
import { sharedRanks, withLots } from './lot.ts';

/** From the points of the votes that count to an order, with what stands against it. */

export type Candidate = {
	conceptId: string;
	number: number | null;
	title: string;
	applicant: string;
	offerCents: number | null;
	isValid: boolean;
	/** Why it was excluded. */
	reason: string | null;
};
/** One thing that gives points, with the most that it can give, in hundredths of 100. */
export type Item = { id: string; title: string; most: number };

export type Evaluation = {
	items: Item[];
	ranking: Ranked[];
	firmness: Firmness[];
	/** Groups that share a rank, before any lot. */
	ties: string[][];
	/** What has to happen before it can be recommended, as sentences. */
	missing: string[];
};
type Asked = {
	frozen: Frozen;
	candidates: readonly Candidate[];
	votes: Record<string, Record<string, readonly number[]>>;
	/** Offers are still sealed. */
	isPriceOpen: boolean;
	/** Groups in the order drawn. */
	lots: readonly (readonly string[])[] | null;
};

export const nameOf = ({ number, title }: Pick<Candidate, 'number' | 'title'>): string => `Nr. ${number ?? '?'}, ${title}`;

function missingOf({ frozen, candidates, votes, isPriceOpen }: Asked): string[] {
	const leaves = frozenLeaves(frozen);
	const without = candidates.filter(({ conceptId }) => leaves.some(({ id }) => !votes[conceptId]?.[id]?.length));
	return [
		...(candidates.length ? [] : ['Kein Konzept ist zugelassen. Es lässt sich nichts empfehlen, nur aufheben.']),
		...(without.length ? [`Ohne eine Stimme zu jedem Kriterium: ${without.map(nameOf).join('; ')}.`] : []),
		...(isPriceOpen ? [] : ['Die Preise liegen noch im zweiten Umschlag. Sie werden geöffnet, wenn die Punkte für das Konzept feststehen.'])
	];
}

/** Nothing is ranked where nothing is scored. */
export const isRanked = ({ kind }: Pick<Frozen, 'kind'>): boolean => kindRules[kind].hasCriteria;

export function evaluationOf(asked: Asked): Evaluation {
	const { frozen, votes, lots } = asked;
	const candidates = asked.candidates.filter(({ isValid }) => isValid);
	if (!isRanked(frozen))
		return {
			items: [],
			ranking: [],
			firmness: [],
			ties: [],
			missing: candidates.length ? [] : missingOf({ ...asked, candidates, isPriceOpen: true })
		};
	const missing = missingOf({ ...asked, candidates });
	const leaves = frozenLeaves(frozen);
	const voted = candidates.map((one) => ({
		id: one.conceptId,
		name: nameOf(one),
		votes: votes[one.conceptId] ?? {},
		offerCents: one.offerCents
	}));
	const contest = contestOfVotes(leaves, voted, { price: priceScaleOf(frozen), tieRule: frozen.tieRule });
	const total = contest.items.reduce((all, { weight }) => all + weight, 0n);
	const items = contest.items.map(({ id, title, weight }) => ({
		...{ id, title },
		most: total === 0n ? 0 : Number((weight * 20000n + total) / (total * 2n))
	}));
	if (missing.length || total === 0n) return { items, ranking: [], firmness: [], ties: [], missing };
	const plain = rankingOf(contest);
	const ties = sharedRanks(plain);
	const mayDraw = frozen.tieRule === 'lot' && ties.length > 0;
	return {
		...{ items, ties, firmness: candidates.length > 1 ? firmnessOf(contest) : [] },
		ranking: mayDraw && lots ? withLots(plain, lots) : plain,
		missing: mayDraw && !lots ? ['Gleiche Punkte: Nach dem Aufruf entscheidet das Los. Es ist noch nicht gezogen.'] : []
	};
}

/** The parts of one concept by the id of what gave them. */
export const partsOf = (items: readonly Item[], { parts }: Ranked): Record<string, number> =>
	Object.fromEntries(items.map(({ id }, n) => [id, parts[n] ?? 0]));

/** How equal points were told apart, as a sentence; null where there were none. */
export function tieText({ tieRule }: Pick<Frozen, 'tieRule'>, ranking: readonly Ranked[]): string | null {
	const tied = ranking.filter(({ isTied }) => isTied);
	if (!tied.length) return null;
	const shared = sharedRanks(ranking).length > 0;
	const rule = `Der Aufruf sagt dazu: ${tieRules[tieRule]}.`;
	if (!shared) return `Gleiche Punkte haben ${tied.map(({ name }) => `„${name}“`).join(' und ')}. ${rule} Danach stehen sie so.`;
	return `Gleiche Punkte haben ${tied.map(({ name }) => `„${name}“`).join(' und ')}. ${rule} ${
		tieRule === 'lot' ? 'Das Los ist noch zu ziehen.' : 'Sie teilen sich einen Platz: Wer entscheidet, wählt unter ihnen und begründet es.'
	}`;
}

const share = (part: number, most: number) => (most === 0 ? 0 : part / most);

/** A first sentence for a letter: what carried a concept, and where it stayed furthest behind. */
export function proposedReason(items: readonly Item[], parts: Readonly<Record<string, number>>, { hasJury }: { hasJury: boolean }): string {
	const scored = items.filter(({ most }) => most > 0).map((item) => ({ ...item, part: parts[item.id] ?? 0 }));
	if (!scored.length) return '';
	const said = ({ title, part, most }: (typeof scored)[number]) => `${title} (${pointsText(part)} von ${pointsText(most)})`;
	const best = scored.toSorted((a, b) => share(b.part, b.most) - share(a.part, a.most) || b.part - a.part).slice(0, 2);
	const [weakest] = scored.toSorted((a, b) => share(a.part, a.most) - share(b.part, b.most) || b.most - a.most);
	const strong = `Am meisten überzeugt hat${hasJury ? ' die Jury' : ''}: ${best.map(said).join(' und ')}.`;
	return weakest && !best.includes(weakest) && share(weakest.part, weakest.most) < 1
		? `${strong} Am weitesten unter dem Möglichen blieb: ${said(weakest)}.`
		: strong;
}
