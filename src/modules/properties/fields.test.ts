import { getTableColumns } from 'drizzle-orm';
import { expect, test } from '#testing/world.ts';
import { recordHouse } from '#testing/houses.ts';
import { fields, sections, visibilities } from './fields.ts';
import { propertyFields, propertyForm } from './forms.ts';
import { findProperty } from './server/find-property.ts';
import { updateProperty } from './server/update-property.ts';
import { spaces } from './server/tables.ts';
import { typedOf } from './typed.ts';

test('every field says who sees it', () => {
	for (const name of Object.keys(propertyFields)) expect(Object.keys(visibilities)).toContain(fields[name as keyof typeof fields].seen);
});

test('no column of the public face carries the name of a field that is not public', () => {
	const hidden = Object.entries(fields)
		.filter(([, { seen }]) => seen === 'office' || seen === 'network')
		.map(([name]) => name);
	expect(Object.keys(getTableColumns(spaces)).filter((name) => hidden.includes(name))).toEqual([]);
});

test('every field stands in exactly one section of the form, but those the pages handle themselves', () => {
	const shown = sections.flatMap(({ names }) => names);
	expect(new Set(shown).size).toBe(shown.length);
	const missing = Object.keys(fields).filter((name) => !shown.includes(name as keyof typeof fields));
	expect(missing.sort()).toEqual(['externalId', 'locationSource', 'publicPrecision', 'rawAddress']);
});

test('what is recorded comes back into the form, and saving it unchanged changes nothing', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx, {
		energyClass: 'D',
		water: 'partial',
		features: 'Bühne\nKüche: nicht dabei',
		cadastral: 'Angermünde; 12; 34/5',
		costInsurance: '1.200,50',
		renovationLow: '80.000',
		planningKind: '34',
		contamination: ['asbestos'],
		outdoor: ['yard', 'garden'],
		plotAreaM2: '1.234,56',
		vacantSince: '2014-01-01',
		vacantSincePrecision: 'year',
		priceAmount: '450',
		priceUnit: 'month'
	});
	const before = await findProperty(ctx, id);
	const { version: _v, updatedAt: _at, updatedBy: _by, ...facts } = before;
	const after = await updateProperty(ctx, { id, version: 1, input: propertyForm.parse(typedOf(before)) });
	expect(after).toMatchObject({ ...facts, version: 2 });
});
