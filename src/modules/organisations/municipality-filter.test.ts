import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterAddress, parseFilter } from './municipality-filter.ts';

const parse = (address: string) => parseFilter(new URL(address, 'http://x').searchParams);

test('an address says the same filter again', () => {
	const address =
		'/kommunen?q=berg&land=12&kreis=12073&groesse=kleinstadt&raumtyp=laendlich&leerstand_min=5%2C5&leerstand_max=20&sortierung=leerstand&seite=3';
	const filter = parse(address);
	expect(filter).toMatchObject({ state: '12', district: '12073', size: 'kleinstadt', vacancyMin: 5.5, page: 3, sort: 'leerstand' });
	expect(filterAddress(filter, { page: 3 })).toBe(address);
});

test('changing a filter begins on the first page, and a district leaves with its state', () => {
	const filter = parse('/kommunen?land=12&kreis=12073&seite=3');
	expect(filterAddress(filter, { size: 'kleinstadt' })).toBe('/kommunen?land=12&kreis=12073&groesse=kleinstadt');
	expect(filterAddress(filter, { state: '09' })).toBe('/kommunen?land=09');
});

test('whatever the address says, reading it never fails and reading it twice changes nothing', () => {
	const names = ['q', 'land', 'kreis', 'groesse', 'raumtyp', 'leerstand_min', 'leerstand_max', 'sortierung', 'seite'];
	const said = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 120 }),
		fc.constantFrom('passung', 'name', '12', '12073', '-0', '5.5', '5,5 %')
	);
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...names), said), (address) => {
			const filter = parseFilter(new URLSearchParams(address));
			expect(parse(filterAddress(filter, { page: filter.page }))).toEqual(filter);
		})
	);
});
