import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterChips } from './filter-chips.ts';
import { filterAddress, filterParameters, noFilter, readFilter, usualSort, type SpaceFilter } from './space-filter.ts';
import { conditions, offerModes, propertyTypes, uses } from './vocabulary.ts';

const read = (query: string) => readFilter(new URLSearchParams(query));
const some = <K extends string>(vocabulary: Record<K, string>) =>
	fc.uniqueArray(fc.constantFrom(...(Object.keys(vocabulary) as K[])), { maxLength: 4 });
const orNull = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: null });
const key = fc.option(fc.stringMatching(/^[a-z0-9]{1,12}$/), { nil: null });
const words = fc.constantFrom('', 'werkstatt', 'Müller & Söhne', '100 % Hof', 'a+b=c?');

const filters = fc
	.record<SpaceFilter>({
		text: words,
		place: fc.constantFrom('', '16278', 'Angermünde', 'Herzberg (Elster)'),
		radiusKm: fc.integer({ min: 1, max: 500 }),
		uses: some(uses),
		offers: some(offerModes),
		conditions: some(conditions),
		types: some(propertyTypes),
		heritage: fc.constantFrom('ja', 'nein', null),
		accessible: fc.boolean(),
		areaMin: orNull(500),
		areaMax: fc.option(fc.integer({ min: 500, max: 9000 }), { nil: null }),
		rentMax: orNull(5000),
		purchaseMax: orNull(900_000),
		freeBy: fc.constantFrom(null, '2026-12-01'),
		knownOnly: fc.boolean(),
		state: key,
		district: key,
		municipality: key,
		bbox: fc.constantFrom(null, [13.5, 52.5, 14.25, 53.125]),
		sort: fc.constantFrom('passung', 'entfernung', 'neu', 'groesse'),
		view: fc.constantFrom('liste', 'karte'),
		page: fc.integer({ min: 1, max: 500 })
	})
	.map((filter) => ({
		...filter,
		radiusKm: filter.place ? filter.radiusKm : noFilter.radiusKm,
		sort: filter.sort === 'entfernung' && !filter.place ? usualSort(filter) : filter.sort
	}));

test('every filter survives its address', () => {
	fc.assert(
		fc.property(filters, (filter) => {
			expect(read(filterParameters(filter).toString())).toEqual({ filter, notices: [] });
		})
	);
});

test('no address crashes it, and what it reads is stable', () => {
	const names = fc.constantFrom(
		'q',
		'ort',
		'umkreis',
		'nutzung',
		'flaeche_min',
		'flaeche_max',
		'frei_ab',
		'bbox',
		'seite',
		'sortierung',
		'land',
		'fremd'
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
			const { filter } = readFilter(new URLSearchParams(pairs));
			expect(read(filterParameters(filter).toString()).filter).toEqual(filter);
		})
	);
});

test('the address of the contract is understood, numbers as people write them', () => {
	const { filter } = read('q=werkstatt&umkreis=25&ort=16278&flaeche_min=80,5&flaeche_max=1.200 m²&angebot=miete&angebot=sale&seite=2');
	expect(filter).toMatchObject({
		text: 'werkstatt',
		place: '16278',
		radiusKm: 25,
		areaMin: 80.5,
		areaMax: 1200,
		offers: ['rent', 'sale'],
		page: 2,
		sort: 'passung'
	});
});

test('a wrong value becomes a sentence and the rest holds', () => {
	const { filter, notices } = read('nutzung=werkstatt&nutzung=schwimmbad&flaeche_min=viel&seite=-3');
	expect(filter.uses).toEqual(['workshop_makerspace']);
	expect(filter.page).toBe(1);
	expect(notices).toEqual([
		'Mit „schwimmbad“ bei der Nutzung konnten wir nichts anfangen und haben es weggelassen.',
		'Mit „viel“ bei der Fläche konnten wir nichts anfangen und haben es weggelassen.',
		'Mit „-3“ bei der Seite konnten wir nichts anfangen und haben es weggelassen.'
	]);
});

test('areas the wrong way round are swapped, with a word about it', () => {
	const { filter, notices } = read('flaeche_min=500&flaeche_max=100');
	expect([filter.areaMin, filter.areaMax, notices.length]).toEqual([100, 500, 1]);
});

test('each chip shows the list without its part', () => {
	const { filter } = read('q=hof&ort=Angermünde&umkreis=50&nutzung=cafe&nutzung=laden&flaeche_min=80&seite=3');
	expect(filterChips(filter).map((chip) => [chip.text, decodeURIComponent(chip.href)])).toEqual([
		['„hof“', '/raeume?ort=Angermünde&umkreis=50&nutzung=cafe&nutzung=laden&flaeche_min=80'],
		['Angermünde, 50 km', '/raeume?q=hof&nutzung=cafe&nutzung=laden&flaeche_min=80'],
		['Café', '/raeume?q=hof&ort=Angermünde&umkreis=50&nutzung=laden&flaeche_min=80'],
		['Laden', '/raeume?q=hof&ort=Angermünde&umkreis=50&nutzung=cafe&flaeche_min=80'],
		['ab 80\u00a0m²', '/raeume?q=hof&ort=Angermünde&umkreis=50&nutzung=cafe&nutzung=laden']
	]);
	expect(filterAddress(noFilter)).toBe('/raeume');
});
