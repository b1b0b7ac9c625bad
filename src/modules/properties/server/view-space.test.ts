import { expect, test } from '#testing/world.ts';
import { plantSpace } from '#testing/spaces.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import { viewSpace } from './view-space.ts';

const at = (lat: number, more: object = {}) => ({ lat, lon: 14, propertyType: 'inn' as const, ...more });

test('beside a house stand the three most like it: of its kind and near before near, before far', async ({ db, as }) => {
	await plantSpace(db, { slug: 'hier', title: 'Hier', ...at(53) });
	await plantSpace(db, { title: 'Scheune nebenan', ...at(53.001, { propertyType: 'barn_stable' }) });
	await plantSpace(db, { title: 'Gasthof fünf Kilometer weiter', ...at(53.045) });
	await plantSpace(db, { title: 'Gasthof im Nachbardorf', ...at(53.02) });
	await plantSpace(db, { title: 'Gasthof weit fort', ...at(54.5) });
	await plantSpace(db, { title: 'Gasthof ohne Ort', propertyType: 'inn', lat: null, lon: null });
	const { space, similar } = await viewSpace(as(null), 'hier');
	expect(space.title).toBe('Hier');
	expect(space.publishedAt).toBeInstanceOf(Date);
	expect(similar.map(({ title }) => title)).toEqual(['Gasthof im Nachbardorf', 'Gasthof fünf Kilometer weiter', 'Scheune nebenan']);
	expect(similar[0]?.distanceKm).toBeCloseTo(2.2, 0);
	expect(similar[0]?.publishedAt).toBeInstanceOf(Date);
});

test('a house without a public place stands beside others of its municipality', async ({ db, as }) => {
	await plantSpace(db, { slug: 'hier', title: 'Hier', lat: null, lon: null });
	await plantSpace(db, { title: 'Auch von hier', ...at(53) });
	const { similar } = await viewSpace(as(null), 'hier');
	expect(similar.map(({ title, distanceKm }) => [title, distanceKm])).toEqual([['Auch von hier', null]]);
});

test('only the public contact points of its municipality are handed on', async ({ db, as }) => {
	await plantSpace(db, { slug: 'hier', title: 'Hier', ...at(53) });
	expect((await viewSpace(as(null), 'hier')).owner.contacts).toEqual([]);
	const { ags } = (await viewSpace(as(null), 'hier')).owner;
	const of = { of: ags, role: 'vacancy_officer', email: 'amt@example.de', responseTargetDays: 5 } as const;
	await saveContact(as('renate'), { ...of, unit: 'Bauamt', publicVisibility: 'public' });
	await saveContact(as('renate'), { ...of, unit: 'Kämmerei', publicVisibility: 'network' });
	const { owner } = await viewSpace(as(null), 'hier');
	expect(owner.contacts).toMatchObject([{ unit: 'Bauamt', responseTargetDays: 5, topics: [], absentFrom: null }]);
});

test('a name that never was public is not found', async ({ as }) => {
	await expect(viewSpace(as(null), 'niemals')).rejects.toMatchObject({ status: 404 });
});
