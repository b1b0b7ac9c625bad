import { expect, test } from 'vitest';
import { nameIn, ownHosts, placeOf } from './own-host.ts';

const host = { host: 'helle-orte.example', slug: 'helle-orte' };
const at = (url: string, isDemo = false) => placeOf(host, { url, base: 'https://raum.example', isDemo });

test('at the root of its own host stands the page of the network, with what was asked', () => {
	expect(at('/')).toEqual({ page: '/netzwerke/helle-orte' });
	expect(at('/?/vormerken')).toEqual({ page: '/netzwerke/helle-orte?/vormerken' });
});

test('files of the page are served, everything else is at the installation', () => {
	for (const file of ['/_app/immutable/x.js', '/medien/logo/a.webp', '/favicon.svg']) expect(at(file)).toEqual({ file: true });
	expect(at('/kommunen/angermuende?x=1')).toEqual({ leadsTo: 'https://raum.example/kommunen/angermuende?x=1' });
	expect(at('/konto')).toEqual({ leadsTo: 'https://raum.example/konto' });
	expect(at('/netzwerke/helle-orte')).toEqual({ leadsTo: 'https://helle-orte.example/' });
	expect(at('//boese.example/')).toEqual({ leadsTo: 'https://raum.example/' });
	expect(at('/\\boese.example/')).toEqual({ leadsTo: 'https://raum.example/' });
});

test('search engines find one page, and of a demo none', () => {
	expect(at('/robots.txt')).toMatchObject({ text: expect.stringContaining('Sitemap: https://helle-orte.example/sitemap.xml') });
	expect(at('/robots.txt', true)).toMatchObject({ text: expect.stringContaining('Disallow: /\n') });
	expect(at('/sitemap.xml')).toMatchObject({ text: expect.stringContaining('<loc>https://helle-orte.example/</loc>') });
});

test('a host is known only from the stored list, however it is written', async () => {
	const pool = { query: async () => ({ rows: [host] }) } as unknown as Parameters<typeof ownHosts>[0];
	const find = ownHosts(pool);
	expect(await find('Helle-Orte.example:443')).toEqual(host);
	expect(await find('helle-orte.example.')).toEqual(host);
	for (const other of ['boese.example', 'helle-orte.example.boese.example', 'x@helle-orte.example', '', undefined])
		expect(await find(other)).toBeNull();
	expect(nameIn('A.B:8080')).toBe('a.b');
});
