import { expect, test } from '#testing/world.ts';
import { findPlace } from './find-place.ts';
import { suggestPlaces } from './suggest-places.ts';

test.for<[string, string, string]>([
	['Angermünde', '12073008', 'Angermünde'],
	['angermuende', '12073008', 'Angermünde'],
	['Angermunde', '12073008', 'Angermünde'],
	['16278', '12073008', 'Angermünde'],
	['16278 Angermünde', '12073008', 'Angermünde'],
	['D-16278 Angermünde', '12073008', 'Angermünde'],
	['12073008', '12073008', 'Angermünde'],
	['Biesenbrow', '12073008', 'Biesenbrow'],
	['16278 Biesenbrow', '12073008', 'Biesenbrow'],
	['Anegrmünde', '12073008', 'Angermünde'],
	['Müllrose', '12067336', 'Müllrose'],
	['Muellrose', '12067336', 'Müllrose'],
	['Frankfurt', '06412000', 'Frankfurt am Main'],
	['Frankfurt (Oder)', '12053000', 'Frankfurt (Oder)'],
	['Neuenkirchen, Landkreis Diepholz', '03251028', 'Neuenkirchen'],
	['Herzberg (Elster)', '12062224', 'Herzberg (Elster)'],
	['Neukirchen/Erzgeb.', '14521410', 'Neukirchen/Erzgeb.'],
	['Berlin', '11000000', 'Berlin'],
	['95168 Marktleuthen', '09479135', 'Marktleuthen'],
	['99999 Angermünde', '12073008', 'Angermünde']
])('„%s“ means %s', async ([text, ags, name], { as }) => {
	expect(await findPlace(as(null), text)).toMatchObject({ ags, name });
});

test.for(['', '   ', 'xqzvwk', '00000', '%', '_', '\\', '((((', '[a'])('„%s“ means nothing', async (text, { as }) => {
	expect(await findPlace(as(null), text)).toBeNull();
});

test('suggestions name namesakes with their district, larger ones first', async ({ as }) => {
	const places = await suggestPlaces(as(null), 'neuk', 8);
	expect(places).toHaveLength(8);
	expect(places[0]?.name).toBe('Neukirchen-Vluyn');
	expect(new Set(places.map((p) => `${p.name} ${p.ags}`)).size).toBe(8);
});

test('the beginning of a postal code suggests the codes that begin so', async ({ as }) => {
	expect((await suggestPlaces(as(null), '1627', 3)).map((p) => p.postalCode)).toEqual(['16278', '16278', '16278'].slice(0, 1));
});
