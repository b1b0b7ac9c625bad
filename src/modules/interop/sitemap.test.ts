import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { listAddresses, listAddressParts } from './server/list-addresses.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

test('a published space and its municipality stand in the sitemap, each in its part', async ({ db, as }) => {
	const { slug } = await plantSpace(db, { title: 'Gasthof zum Löwen' });
	expect(await listAddressParts(as(null))).toEqual(expect.arrayContaining(['seiten', 'kommunen-1', 'raeume-1']));
	expect(await listAddresses(as(null), 'raeume-1')).toContainEqual({ path: `/raeume/${slug}`, changedAt: expect.any(Date) });
	expect(await listAddresses(as(null), 'kommunen-1')).toContainEqual({ path: '/kommunen/angermuende' });
});

test.for(['raeume-0', 'raeume-99999', 'kommunen-x', '', '../etc', 'konto'])('%j is no part of it', async (part, { as }) => {
	expect(await listAddresses(as(null), part)).toBeNull();
});

test('addresses are absolute and escaped', () => {
	expect(sitemap('https://raum.example', [{ path: '/raeume/a&b', changedAt: new Date('2026-11-22T10:00:00Z') }])).toContain(
		'<url><loc>https://raum.example/raeume/a&#38;b</loc><lastmod>2026-11-22T10:00:00.000Z</lastmod></url>'
	);
	expect(sitemapIndex('https://raum.example', ['seiten'])).toContain('<sitemap><loc>https://raum.example/sitemap/seiten</loc></sitemap>');
});
