import type { ShownPair } from './shown-pair.ts';

/** What of "Was passt?" is shown: `/passung?ohne-spannung=on&ab=70`. Whatever is not understood is left out. */
export type PairFilter = { smooth: boolean; from: number };

export function readPairFilter(query: URLSearchParams): PairFilter {
	const from = Math.trunc(Number(query.get('ab')));
	return { smooth: query.has('ohne-spannung'), from: from > 0 && from <= 100 ? from : 0 };
}

export const isFiltered = ({ smooth, from }: PairFilter): boolean => smooth || from > 0;

type Judged = Pick<ShownPair, 'score'> & { criteria: readonly Pick<ShownPair['criteria'][number], 'outcome'>[] };

/** "Ohne Spannung" means that nothing speaks against the pair; what is unknown does not. */
export const passes = ({ smooth, from }: PairFilter, { score, criteria }: Judged): boolean =>
	score >= from && !(smooth && criteria.some(({ outcome }) => outcome === 'tension' || outcome === 'conflict'));
