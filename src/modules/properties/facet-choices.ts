import type { FacetName, Facets } from './server/count-facets.ts';
import { choiceValue, type SpaceFilter } from './space-filter.ts';
import { conditions, offerModes, propertyTypes, uses } from './vocabulary.ts';

export type Choice = { value: string; text: string; count: string; checked: boolean };
export type FacetChoices = { name: string; legend: string; first: Choice[]; rest: Choice[] };

const lists = [
	{ facet: 'uses', name: 'nutzung', legend: 'Nutzung', vocabulary: uses },
	{ facet: 'offers', name: 'angebot', legend: 'Angebot', vocabulary: offerModes },
	{ facet: 'conditions', name: 'zustand', legend: 'Zustand', vocabulary: conditions },
	{ facet: 'types', name: 'art', legend: 'Objektart', vocabulary: propertyTypes }
] as const;

const countText = (n: number, isOpen: boolean) => (isOpen ? `über ${n}` : String(n));

/** What can be chosen in each facet, the most frequent first: five at once, the others behind "mehr". Chosen ones always show. */
export function facetChoices(filter: SpaceFilter, facets: Facets): FacetChoices[] {
	return lists.map(({ facet, name, legend, vocabulary }) => {
		const chosen: readonly string[] = filter[facet];
		const counts = facets.counts[facet];
		const all = Object.entries<string>(vocabulary)
			.map(([code, text]) => ({ code, text, n: counts.get(code) ?? 0, checked: chosen.includes(code) }))
			.filter(({ n, checked }) => n > 0 || checked)
			.sort((a, b) => Number(b.checked) - Number(a.checked) || Number(a.code === 'unknown') - Number(b.code === 'unknown') || b.n - a.n)
			.map(({ code, text, n, checked }) => ({ value: choiceValue(name, code), text, checked, count: countText(n, facets.open[facet]) }));
		const atOnce = Math.max(5, chosen.length);
		return { name, legend, first: all.slice(0, atOnce), rest: all.slice(atOnce) };
	});
}

/** The count of a yes-or-no choice. */
export const choiceCount = (facets: Facets, facet: FacetName, value: string): string =>
	countText(facets.counts[facet].get(value) ?? 0, facets.open[facet]);
