import type { CriterionResult } from './match.ts';

const groups = [
	['fits', 'passt'],
	['conflict', 'dagegen'],
	['tension', 'Spannung'],
	['unknown', 'unbekannt']
] as const;
const atMost = 3;

type Judged = Pick<CriterionResult, 'outcome' | 'weight'> & { label: string };

const named = (criteria: readonly Judged[]) => {
	const names = criteria.toSorted((a, b) => b.weight - a.weight).map(({ label }) => label);
	const rest = names.length - atMost;
	return rest > 1 ? `${names.slice(0, atMost).join(', ')} und ${rest} weitere` : names.join(', ');
};

/** A pair in one line, what weighs most first: "passt: Fläche, Lage · Spannung: Denkmal · unbekannt: Preis". */
export const gist = (criteria: readonly Judged[]): string =>
	groups
		.map(([outcome, word]) => [word, criteria.filter((criterion) => criterion.outcome === outcome)] as const)
		.filter(([, some]) => some.length)
		.map(([word, some]) => `${word}: ${named(some)}`)
		.join(' · ');
