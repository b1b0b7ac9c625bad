import { expect, test } from 'vitest';
import { atlasAddress, readAtlas, shownLayers } from './atlas.ts';

const read = (query: string) => readAtlas(new URLSearchParams(query));

test('every view is an address, and an address is read as it was written', () => {
	for (const query of ['', 'ebene=raeume&ebene=gesuche&land=12', 'netz=helle-orte', 'ebene=ohne&land=09&seite=3'])
		expect(atlasAddress(read(query), { page: read(query).page })).toBe(query ? `/karte?${query}` : '/karte');
});

test('nonsense in an address is left out', () => {
	expect(read('ebene=alles&land=99&netz=../x&seite=-1')).toEqual({ layers: null, state: null, network: null, page: 1 });
	expect(read('ebene=raeume&ebene=raeume&ebene=kommunen').layers).toEqual(['kommunen', 'raeume']);
});

test('quiet layers wait until they are asked for; requests belong to no network', () => {
	expect(shownLayers(read(''))).toEqual(['kommunen', 'mitglieder', 'orte', 'raeume', 'gesuche']);
	expect(shownLayers(read('ebene=ohne'))).toEqual(['ohne']);
	expect(shownLayers(read('netz=helle-orte'))).not.toContain('gesuche');
});

test('changing a filter leads back to the first page', () => {
	expect(atlasAddress(read('land=12&seite=4'), { network: 'helle-orte' })).toBe('/karte?land=12&netz=helle-orte');
});
