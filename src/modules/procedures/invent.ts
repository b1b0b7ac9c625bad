import { topOf, type Leaf } from './criteria.ts';

/** Concepts that nobody handed in, to see what the weights do. */

/** How strong each is, by its nature: in tenths of the most points, turned by where a criterion stands, so that each has its own profile. */
const natures = [
	{ name: 'Die Solide (erfunden)', strengths: [7, 7, 7, 6], offer: 0.35 },
	{ name: 'Die Offene (erfunden)', strengths: [10, 9, 4, 3], offer: 0.1 },
	{ name: 'Die Rechnerin (erfunden)', strengths: [3, 5, 8, 10], offer: 0.9 },
	{ name: 'Die Junge (erfunden)', strengths: [9, 6, 5, 7], offer: 0 }
] as const;

export type Invented = { name: string; points: Record<string, number>; offerCents: number | null };

/** Four concepts with different strengths over these criteria; the same criteria give the same four. */
export function inventConcepts(leaves: readonly Leaf[], price: { fromCents: number; fullCents: number } | null): Invented[] {
	const quarter = (n: number) => Math.min(3, Math.floor((n * 4) / Math.max(1, leaves.length)));
	return natures.map(({ name, strengths, offer }) => ({
		name,
		points: Object.fromEntries(leaves.map((leaf, n) => [leaf.id, Math.round(((strengths[quarter(n)] ?? 5) * topOf(leaf)) / 10)])),
		offerCents: price ? Math.round(price.fromCents + (price.fullCents - price.fromCents) * offer) : null
	}));
}
