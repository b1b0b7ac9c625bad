import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPlaces, fits, noFilter, placeAddress, readPlaceFilter, type PlaceFacts } from './place-filter.ts';

const place = (over: Partial<PlaceFacts>): PlaceFacts => ({
	...{ id: '1', state: 'awarded', bookable: [], offers: [], legalForm: null, stateCode: '12', networkSlug: 'helle-orte', ags: '12073008' },
	searchText: 'alte molkerei angermunde werkstatt',
	...over
});
const hof = place({ id: '2', state: 'emerging', bookable: ['stay', 'seminar'], offers: ['living', 'working'], legalForm: 'syndicate' });
const kino = place({ id: '3', stateCode: '09', offers: ['culture'], searchText: 'lichtspielhaus herzberg kino' });
const all = [place({}), hof, kino];
const found = (query: string) => all.filter((one) => fits(one, readPlaceFilter(new URLSearchParams(query)))).map(({ id }) => id);

test('every filter is an address', () => {
	expect(found('stand=emerging')).toEqual(['2']);
	expect(found('buchbar=stay&buchbar=seminar')).toEqual(['2']);
	expect(found('leben=both')).toEqual(['2']);
	expect(found('land=09')).toEqual(['3']);
	expect(found('rechtsform=syndicate')).toEqual(['2']);
	expect(found('q=Angermünde')).toEqual(['1', '2']);
	expect(found('q=kino&stand=emerging')).toEqual([]);
});

test('what is not understood is left out', () => {
	expect(readPlaceFilter(new URLSearchParams('stand=lila&land=Bayern&buchbar=x&seite=-3&netzwerk=../x'))).toEqual(noFilter);
});

test('an address says what the filter says, and back', () => {
	const filter = { ...noFilter, text: 'hof am see', state: 'emerging' as const, bookable: ['stay' as const], stateCode: '12', page: 2 };
	const address = placeAddress(filter, { page: 2 });
	expect(readPlaceFilter(new URL(address, 'https://x.example').searchParams)).toEqual(filter);
});

test('a count says how many a choice would leave', () => {
	const counts = countPlaces(all, { ...noFilter, state: 'awarded' });
	expect(counts.state).toEqual({ awarded: 2, emerging: 1 });
	expect(counts.bookable).toEqual({});
	expect(countPlaces(all, noFilter).life).toEqual({ living: 1, working: 1, both: 1 });
});

const names = fc.constantFrom('q', 'stand', 'buchbar', 'angebot', 'rechtsform', 'leben', 'land', 'netzwerk', 'kommune', 'seite');

test('no address breaks the list', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(names, fc.string())), (query) => {
			const filter = readPlaceFilter(new URLSearchParams(query));
			expect(filter.page).toBeGreaterThan(0);
			all.filter((one) => fits(one, filter));
		}),
		{ numRuns: 200 }
	);
});
