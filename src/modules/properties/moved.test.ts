import { expect, test } from 'vitest';
import { isMoved, sourceOfPoint } from './moved.ts';

const before = {
	...{ street: 'Markt', houseNumber: '3', postalCode: '04916', city: 'Herzberg', district: null },
	...{ lat: 51.69123456789, lon: 13.23, locationSource: 'gazetteer' as const }
};
const said = { ...before, district: undefined, lat: 51.6912346 };

test('what the form shows and sends back is no move', () => {
	expect(isMoved(before, said)).toBe(false);
	expect(sourceOfPoint(before, said)).toBe('gazetteer');
});

test.for([{ houseNumber: '4' }, { city: undefined }, { lat: 51.6914 }, { lat: undefined, lon: undefined }])('%o is a move', (change) => {
	expect(isMoved(before, { ...said, ...change })).toBe(true);
});

test('who moves the point sets a pin, unless they say whence it is; without a point nothing is known', () => {
	expect(sourceOfPoint(before, { ...said, lon: 13.3 })).toBe('pin');
	expect(sourceOfPoint(before, { ...said, lon: 13.3, locationSource: 'geocoder' })).toBe('geocoder');
	expect(sourceOfPoint(before, { ...said, lat: undefined, lon: undefined })).toBe('unknown');
});
