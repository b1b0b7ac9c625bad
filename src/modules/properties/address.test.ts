import { expect, test } from 'vitest';
import { addressKey, slugOf } from './address.ts';

test.for([
	['Berliner Straße', '3 a'],
	['berliner str.', '3A'],
	['Berliner Strasse', '3a'],
	['BERLINERSTRASSE', '3 A']
])('%s %s is the same address', ([street, houseNumber]) => {
	expect(addressKey({ street, houseNumber, postalCode: '16278' })).toBe('berlinerstr 3a 16278');
});

test('a street without a number is no address to compare', () => {
	expect(addressKey({ street: 'Dorfstraße', postalCode: '16278' })).toBeNull();
	expect(addressKey({ city: 'Angermünde' })).toBeNull();
	expect(addressKey({ street: 'Markt 3', city: 'Angermünde' })).toBe('markt 3 angermuende');
});

test('slugs are plain', () => {
	expect(slugOf('Gasthof „Zur Linde“ – Größe 2')).toBe('gasthof-zur-linde-groesse-2');
});
