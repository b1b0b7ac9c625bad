import { expect, test } from 'vitest';
import { completeness, emptyProfile, slugOf, whyNotPublish, type PlacePage } from './place.ts';

const page = (over: Partial<PlacePage> = {}): PlacePage => ({
	...emptyProfile,
	...{ id: 'x', slug: 'alte-molkerei', name: 'Alte Molkerei', state: 'emerging', awardedOn: null, networkStatement: null, network: null },
	...{ group: { name: 'Molkerei eG', slug: null }, house: { kind: 'inn', storeys: null, area: null, seed: 'x' }, spaceSlug: null },
	...{
		municipality: { ags: '12073008', slug: 'angermuende', name: 'Angermünde', district: 'Uckermark', state: 'Brandenburg', stateCode: '12' }
	},
	...{ pictures: [], isDemo: false, contact: { name: null, email: 'hallo@molkerei.example', phone: null } },
	...{ summary: 'Wo früher Milch floss, wird heute gewerkelt.', locationText: 'Am Stadtrand.', offers: { open: 'Werkstatt' } },
	...{ projectText: 'Die Molkerei stand siebzehn Jahre leer. Heute leben hier elf Menschen und arbeiten.' },
	...{ vision: 'Käse.', progress: 'Das Dach ist dicht.' },
	...over
});

test('a place that says who, where, what and how to reach it may show itself', () => {
	expect(whyNotPublish(page())).toEqual([]);
});

test('a place on its way must say where it is going and how far it is; an awarded one need not', () => {
	expect(whyNotPublish(page({ vision: '', progress: '' }))).toEqual([
		expect.stringContaining('seine Vision'),
		expect.stringContaining('Stand der Dinge')
	]);
	expect(whyNotPublish(page({ vision: '', progress: '', state: 'awarded' }))).toEqual([]);
});

test('every gap is named, and a placeholder is worse than a gap', () => {
	const empty = whyNotPublish(page({ summary: '', projectText: 'kurz', locationText: ' ', offers: {}, contact: null, vision: 'TODO' }));
	expect(empty).toHaveLength(6);
	expect(whyNotPublish(page({ hurdles: 'Lorem ipsum dolor' }))).toEqual(['Unter „Hürden“ steht noch ein Platzhalter.']);
	expect(whyNotPublish(page({ offers: { open: 'folgt' } }))).toEqual(['Unter „Angebote“ steht noch ein Platzhalter.']);
});

test('without a released contact a website is enough', () => {
	expect(whyNotPublish(page({ contact: null, website: 'https://molkerei.example' }))).toEqual([]);
});

test('no place takes an address that pages need', () => {
	expect([slugOf('Alte Molkerei'), slugOf('Bilder'), slugOf('Kriterien')]).toEqual(['alte-molkerei', 'ort-bilder', 'ort-kriterien']);
});

test('the profile says how much is filled in and what to do next', () => {
	expect(completeness(page())).toMatchObject({ done: 7, of: 13, next: 'Gründungsgeschichte' });
});
