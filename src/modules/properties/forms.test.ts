import { expect, test } from 'vitest';
import { issuesOf } from '#lib/server/action.ts';
import { propertyForm, unitForm } from './forms.ts';

const issues = (typed: object) => {
	const parsed = propertyForm.safeParse(typed);
	return parsed.success ? {} : issuesOf(parsed.error);
};

test('an address and a kind are enough; everything else is unknown', () => {
	const input = propertyForm.parse({ propertyType: 'inn', city: 'Angermünde' });
	expect(input).toMatchObject({ condition: 'unknown', heritage: 'unknown', publicPrecision: 'district', offerModes: [], details: {} });
	expect(input.usableAreaM2).toBeUndefined();
});

test('without a kind or an address the form says which one is missing', () => {
	expect(issues({ city: 'Angermünde' })).toEqual({ propertyType: ['Bitte sagen, was für ein Gebäude es ist; „unbekannt“ geht auch.'] });
	expect(issues({ propertyType: 'inn', street: ' ' })).toEqual({ street: ['Bitte eine Straße oder einen Ort angeben.'] });
	expect(issues({ propertyType: 'unknown', lat: '53,01', lon: '13,9' })).toEqual({});
});

test('numbers are read as Germans write them, degrees never lose their point', () => {
	const input = propertyForm.parse({ propertyType: 'inn', city: 'A', usableAreaM2: '1.234,5', lat: '52.967', lon: '13,999' });
	expect(input).toMatchObject({ usableAreaM2: 1234.5, lat: 52.967, lon: 13.999 });
});

test.for([
	[{ postalCode: '1627' }, 'postalCode'],
	[{ lat: '53' }, 'lat'],
	[{ lat: '13,9', lon: '53' }, 'lat'],
	[{ storeys: '2,5' }, 'storeys'],
	[{ priceAmount: '800' }, 'priceUnit'],
	[{ usesWanted: 'cafe', usesExcluded: ['cafe', 'housing'] }, 'usesExcluded'],
	[{ availableFrom: '1.2.2027', availableUntil: '31.1.2027' }, 'availableUntil'],
	[{ condition: 'kaputt' }, 'condition'],
	[{ offerModes: ['geschenkt'] }, 'offerModes']
] as const)('%o is answered at the field %s', ([typed, field]) => {
	expect(Object.keys(issues({ propertyType: 'inn', city: 'A', ...typed }))).toContain(field);
});

test('the rare groups are gathered from flat fields, and only what was said', () => {
	const { details } = propertyForm.parse({
		propertyType: 'inn',
		city: 'A',
		water: 'yes',
		broadband: '',
		cadastral: 'Angermünde; 12; 34/5\n',
		features: 'Bühne\nKüche: nicht dabei',
		planningKind: '34',
		costInsurance: '1.200'
	});
	expect(details).toEqual({
		utilities: { water: 'yes' },
		cadastral: [{ gemarkung: 'Angermünde', flur: '12', flurstueck: '34/5' }],
		features: [
			{ name: 'Bühne', status: 'included' },
			{ name: 'Küche', status: 'not_included' }
		],
		planning: { kind: '34' },
		holdingCosts: { insurance: 1200 }
	});
});

test('a part needs a name and nothing else', () => {
	expect(unitForm.safeParse({ label: ' ' }).success).toBe(false);
	expect(unitForm.parse({ label: 'Gaststube' })).toMatchObject({ unitState: 'free', power: 'unknown', usesWanted: [] });
});
