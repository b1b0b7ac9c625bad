import { expect, test } from '#testing/world.ts';
import { recordHouse } from '#testing/houses.ts';
import { fields, type FieldName } from './fields.ts';
import { findProperty } from './server/find-property.ts';
import { previewSpace } from './server/project-space.ts';
import { seenSections, sightsOf } from './visibility.ts';
import { precisions, publicationStates, type Precision, type PublicationState } from './vocabulary.ts';

const states = Object.keys(publicationStates) as PublicationState[];

test('guests see a field only when it is public and the house is, whatever else is so', () => {
	for (const publicationState of states)
		for (const publicPrecision of Object.keys(precisions) as Precision[]) {
			const house = { publicationState, publicPrecision };
			const isShown = publicationState === 'public' || publicationState === 'public_blurred';
			expect(sightsOf('public', house).guest).toBe(isShown ? 'yes' : 'later');
			expect(sightsOf('network', house).guest).toBe('no');
			for (const audience of ['guest', 'network'] as const) expect(sightsOf('office', house)[audience]).toBe('no');
			for (const audience of ['municipality', 'owner'] as const) expect(sightsOf('office', house)[audience]).toBe('yes');
		}
});

test('a place is seen as exactly as it is published', () => {
	const place = (publicationState: PublicationState, publicPrecision: Precision) =>
		sightsOf('blurred', { publicationState, publicPrecision }).guest;
	expect(place('public', 'exact')).toBe('yes');
	expect(place('public_blurred', 'exact')).toBe('blurred');
	expect(place('public_blurred', 'district')).toBe('blurred');
	expect(place('public_blurred', 'hidden')).toBe('no');
	expect(place('locked', 'district')).toBe('later');
});

test('the page names every field once, with what stands in it', async ({ as }) => {
	const { id } = await recordHouse(as('ines'), { costInsurance: '1.200' });
	const rows = seenSections(await findProperty(as('ines'), id)).flatMap((section) => section.fields);
	expect(rows.map(({ name }) => name).sort()).toEqual((Object.keys(fields) as FieldName[]).sort());
	expect(rows).toContainEqual(expect.objectContaining({ name: 'costInsurance', value: '1200 € im Jahr' }));
	expect(rows).toContainEqual(expect.objectContaining({ name: 'heritage', value: 'Einzeldenkmal' }));
});

test('what the page calls invisible for guests is not in the public face', async ({ as }) => {
	const secret = {
		street: 'Verstecksteig',
		houseNumber: '77x',
		planningNote: 'Geheimplan',
		buildingId: 'DEGEHEIM',
		lastPermittedUse: 'Schmugglerkeller'
	};
	const { id } = await recordHouse(as('ines'), { ...secret, summary: 'Für alle' });
	const face = JSON.stringify(await previewSpace(as('ines'), { id, publicationState: 'public_blurred' }));
	const rows = seenSections({ ...(await findProperty(as('ines'), id)), publicationState: 'public_blurred' }).flatMap(
		(section) => section.fields
	);
	expect(face).toContain('Für alle');
	for (const [name, value] of Object.entries(secret)) {
		expect(rows.find((row) => row.name === name)?.seen.guest).toBe('no');
		expect(face).not.toContain(value);
	}
});
