import { foldGerman } from '#lib/text/fold.ts';
import type { Criteria } from './criteria.ts';
import type { CriteriaSet } from './criteria-set.ts';

/** Criteria of two procedures side by side. The same title, however it is spelled, is the same criterion. */
export type Side = { title: string; leaves: { title: string; area: string; weight: number; levels: number; evidence: number }[] };
/** Weights in tenths of a percent; null where that side does not have it. */
export type Row = { title: string; left: number | null; right: number | null };
export type Comparison = { rows: Row[]; areas: Row[]; figures: { left: Figures; right: Figures } };
type Figures = { leaves: number; levels: number; evidence: number; /** How many of the heaviest carry half of the weight. */ half: number };

export const sideOfCriteria = (title: string, criteria: Criteria): Side => ({
	title,
	leaves: criteria.areas.flatMap((area) =>
		area.leaves.map((leaf) => ({
			title: leaf.title,
			area: area.title,
			weight: leaf.weight,
			levels: leaf.levels.length,
			evidence: leaf.evidence.length
		}))
	)
});
export const sideOfSet = ({ title, areas }: CriteriaSet): Side => ({
	title,
	leaves: areas.flatMap((area) =>
		area.criteria.map((leaf) => ({
			title: leaf.title,
			area: area.title,
			weight: leaf.weight,
			levels: leaf.levels.length,
			evidence: leaf.evidence.length
		}))
	)
});

function rowsOf(left: readonly { title: string; weight: number }[], right: readonly { title: string; weight: number }[]): Row[] {
	const rows = new Map<string, Row>();
	for (const [side, list] of [
		['left', left],
		['right', right]
	] as const)
		for (const { title, weight } of list) {
			const key = foldGerman(title)
				.replace(/[^\p{L}\p{N}]+/gu, ' ')
				.trim();
			const row = rows.get(key) ?? { title, left: null, right: null };
			rows.set(key, { ...row, [side]: (row[side] ?? 0) + weight });
		}
	return [...rows.values()];
}
const byArea = ({ leaves }: Side) => leaves.map(({ area, weight }) => ({ title: area, weight }));
const figuresOf = ({ leaves }: Side): Figures => ({
	leaves: leaves.length,
	levels: leaves.filter(({ levels }) => levels > 1).length,
	evidence: leaves.filter(({ evidence }) => evidence > 0).length,
	half: halfOf(leaves.map(({ weight }) => weight))
});

function halfOf(weights: readonly number[]): number {
	const sum = weights.reduce((a, b) => a + b, 0);
	let got = 0;
	return [...weights].sort((a, b) => b - a).findIndex((weight) => (got += weight) * 2 >= sum) + 1;
}

export const comparisonOf = (left: Side, right: Side): Comparison => ({
	rows: rowsOf(left.leaves, right.leaves),
	areas: rowsOf(byArea(left), byArea(right)),
	figures: { left: figuresOf(left), right: figuresOf(right) }
});
