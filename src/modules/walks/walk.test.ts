import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaper, walkEntryForm } from './forms.ts';
import { twinsOf, walkOrder, whyNotEnter, type WalkHouse } from './walk.ts';

const house = (over: Partial<WalkHouse>): WalkHouse => ({
	...{
		id: 'a',
		title: 'Gasthof',
		reference: 'ANG-1',
		address: 'Marktplatz 3, Angermünde',
		lat: 53.01,
		lon: 14.0,
		version: 1,
		lastConfirmedAt: null
	},
	...over
});

test('the list goes outwards from where somebody stands; what has no point comes last, and by address without a position', () => {
	const houses = [house({ id: 'far', lat: 53.05 }), house({ id: 'none', lat: null, lon: null }), house({ id: 'near', lat: 53.0101 })];
	expect(walkOrder(houses, { lat: 53.01, lon: 14.0 }).map(({ id }) => id)).toEqual(['near', 'far', 'none']);
	const streets = ['Berliner Str. 10', 'Berliner Str. 9', 'Am Markt 2'].map((address) => house({ id: address, address }));
	expect(walkOrder(streets, null).map(({ id }) => id)).toEqual(['Am Markt 2', 'Berliner Str. 9', 'Berliner Str. 10']);
});

test('a house within thirty metres, or of the same address however the street is written, may be the same', () => {
	const known = [house({ id: 'a' }), house({ id: 'b', lat: 53.2, address: 'Jägerstraße 12, Angermünde' })];
	const twins = (wanted: Parameters<typeof twinsOf>[0]) => twinsOf(wanted, known).map(({ house: { id }, metres }) => [id, metres]);
	expect(twins({ propertyType: 'inn', lat: 53.0102, lon: 14.0 })).toEqual([['a', 22]]);
	expect(twins({ propertyType: 'inn', lat: 53.0104, lon: 14.0 })).toEqual([]);
	expect(twins({ propertyType: 'shop', street: 'Jägerstr.', houseNumber: '12' })).toEqual([['b', null]]);
	expect(twins({ propertyType: 'shop', street: 'Jägerstr.', houseNumber: '1' })).toEqual([]);
});

test('what an entry lacks is said before it is kept', () => {
	expect(whyNotEnter({ kind: 'holds', propertyId: 'a' })).toBeNull();
	expect(whyNotEnter({ kind: 'holds' })).toContain('aus der Liste');
	expect(whyNotEnter({ kind: 'changed', propertyId: 'a', note: ' ' })).toContain('was sich geändert hat');
	expect(whyNotEnter({ kind: 'new', house: { propertyType: 'inn' } })).toContain('Wo steht das Haus?');
	expect(whyNotEnter({ kind: 'new', house: { propertyType: 'inn', street: 'Am Teich' } })).toBeNull();
});

test('no form breaks the reader, and what it lets through is an entry', () => {
	const anything = fc.dictionary(
		fc.constantFrom('id', 'ags', 'kind', 'madeAt', 'propertyId', 'note', 'lat', 'lon', 'street', 'version'),
		fc.string()
	);
	fc.assert(
		fc.property(anything, (values) => {
			const read = walkEntryForm.safeParse(values);
			if (read.success) expect(whyNotEnter({ ...read.data, house: { ...read.data, propertyType: 'unknown' } })).toBeNull();
			else expect(read.error.issues.every(({ message }) => message.length > 5)).toBe(true);
		})
	);
	const id = '01a22933-bf14-7662-96e3-dc9a34a7c8fc';
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom(`h-${id}`, `n-${id}`, 'h-x', 'ags'), fc.constantFrom('holds', 'changed', 'gone', 'x', '')),
			(values) => {
				for (const line of readPaper(values).lines) expect(whyNotEnter(line)).toBeNull();
			}
		)
	);
	expect(readPaper({ [`h-${id}`]: 'changed' }).issues[`n-${id}`]).toBeDefined();
});
