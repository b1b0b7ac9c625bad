import { foldGerman } from '#lib/text/fold.ts';
import type { PlacePage } from './place.ts';
import { bookables, housingForms, legalForms, offerKinds, type OfferKind } from './vocabulary.ts';

type Fact = { term: string; text: string | null };

/** The numbers and words in large type below the head; what nobody stated is left out. */
export function bigFacts(place: PlacePage): Fact[] {
	const people = place.residentCount === null ? null : place.residentCount.toLocaleString('de-DE');
	return [
		{ term: 'Menschen', text: people && (place.ageStructure ? `${people}, ${place.ageStructure}` : people) },
		{ term: 'Rechtsform', text: place.legalForm && legalForms[place.legalForm] },
		{ term: 'Wohnen', text: place.housingForm && housingForms[place.housingForm] },
		{
			term: place.state === 'awarded' ? 'Fertig seit' : 'Fertig (geplant)',
			text: place.completionYear === null ? null : String(place.completionYear)
		}
	];
}

/** What a search finds a place by: its public words, folded. */
export function searchTextOf(page: PlacePage): string {
	const { municipality: m } = page;
	const words = [page.name, page.summary, page.projectText, page.locationText, page.vision, m.name, m.district, m.state, page.group.name];
	const more = [...Object.values(page.offers), ...Object.keys(page.offers).map((kind) => offerKinds[kind as OfferKind])];
	const facets = [...page.bookable.map((word) => bookables[word]), page.legalForm ? legalForms[page.legalForm] : ''];
	return foldGerman([...words, ...more, ...facets, page.network?.name ?? ''].join(' '));
}
