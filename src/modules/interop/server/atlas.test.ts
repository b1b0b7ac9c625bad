import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { publishProfile } from '#modules/profiles/server/publish-profile.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import { plantNetwork } from '#testing/networks.ts';
import { plantPlace } from '#testing/places.ts';
import { writeProfile } from '#testing/profiles.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { readAtlas } from '../atlas.ts';
import { drawAtlasTile } from './draw-atlas-tile.ts';
import { viewAtlas } from './view-atlas.ts';

const view = (ctx: Ctx, query = '') => viewAtlas(ctx, readAtlas(new URLSearchParams(query)));
const counts = async (ctx: Ctx, query = '') => Object.fromEntries((await view(ctx, query)).layers.map(({ id, n }) => [id, n]));
const names = async (ctx: Ctx, query = '') => (await view(ctx, query)).list.map(({ name }) => name);

async function tile(ctx: Ctx, query = ''): Promise<Record<string, unknown>[]> {
	const bytes = await drawAtlasTile(ctx, { z: 0, x: 0, y: 0 }, readAtlas(new URLSearchParams(query)));
	const layer = new VectorTile(new PbfReader(bytes)).layers.atlas;
	return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).properties);
}

test('a profile is on the map once it is published; before, the town is one of those without', async ({ as }) => {
	const guest = as(null);
	await writeProfile({ as });
	expect((await counts(guest)).kommunen).toBeUndefined();
	const without = (await counts(guest)).ohne ?? 0;
	await publishProfile(as('ines'), { slug: 'angermuende' });
	expect(await counts(guest)).toMatchObject({ kommunen: 1, ohne: without - 1 });
	expect((await view(guest, 'ebene=kommunen')).list[0]).toMatchObject({
		name: 'Angermünde',
		where: 'Uckermark, Brandenburg',
		href: '/kommunen/angermuende'
	});
	expect(await counts(guest, 'land=09')).not.toHaveProperty('kommunen');
});

test('members are those of published networks, and a network shows only its own', async ({ db, as }) => {
	const guest = as(null);
	const { slug, organisationId } = await plantNetwork({ db, as });
	const other = await plantNetwork({ db, as }, { name: 'Anderes Netz' });
	await stepMembership(as('oskar'), { slug, organisationId, step: 'note' });
	expect(await counts(guest)).not.toHaveProperty('mitglieder');
	await db.execute("update memberships set state = 'member'");
	expect(await counts(guest)).toMatchObject({ mitglieder: 1 });
	expect(await counts(guest, `netz=${other.slug}`)).not.toHaveProperty('mitglieder');
	await plantSpace(db);
	await plantSpace(db, { ags: '12073452', municipality: 'Prenzlau', title: 'Scheune anderswo' });
	expect(await names(guest, `netz=${slug}&ebene=mitglieder&ebene=raeume`)).toEqual(['Angermünde', 'Gasthof am Marktplatz']);
	await db.execute('delete from network_pages');
	expect(await counts(guest)).not.toHaveProperty('mitglieder');
});

test('a revived place is on the map once it shows itself, with its state, and under its network', async ({ db, as }) => {
	const guest = as(null);
	const { id, group, network } = await plantPlace({ db, as });
	expect(await counts(guest)).not.toHaveProperty('orte');
	await publishPlace(as(group), id);
	expect((await view(guest, `ebene=orte&netz=${network}`)).list).toMatchObject([
		{ name: 'Alte Molkerei', where: 'Angermünde, im Aufbau', href: '/orte/alte-molkerei', tone: 'halb' }
	]);
	expect(await counts(guest, 'netz=anderes-netz')).not.toHaveProperty('orte');
});

test('a request is a region: never the centre that was chosen, never smaller than ten kilometres; others do not appear', async ({
	db,
	as
}) => {
	await plantRequest(db, { title: 'Werkstatt', regionLat: 53.01462, regionLon: 14.00171, radiusKm: 2 });
	await plantRequest(db, { title: 'Still', visibility: 'network' });
	await plantRequest(db, { title: 'Entwurf', requestState: 'draft' });
	const { list } = await view(as('amira'), 'ebene=gesuche');
	expect(list).toEqual([expect.objectContaining({ name: 'Werkstatt', lat: 53, lon: 14, km: 10, where: 'Gegend um Angermünde' })]);
	expect(await counts(as(null), 'ebene=gesuche&land=12')).toMatchObject({ gesuche: 1 });
	expect(await counts(as(null), 'ebene=gesuche&land=09')).not.toHaveProperty('gesuche');
	expect(await tile(as(null))).toEqual([expect.objectContaining({ ebene: 'gesuche', name: 'Werkstatt', km: 10 })]);
});

test('list, drawing and counts are the same places; pages go on where the last ended', async ({ db, as }) => {
	const ctx = as(null);
	for (let i = 0; i < 65; i++) await plantSpace(db, { title: `Haus ${String(i).padStart(2, '0')}` });
	const [first, second] = [await view(ctx), await view(ctx, 'seite=2')];
	expect([first.total, first.drawn.length, first.list.length, second.list.length, first.pages]).toEqual([65, 65, 60, 5, 2]);
	expect(new Set([...first.list, ...second.list].map(({ name }) => name)).size).toBe(65);
	expect((await view(ctx, 'seite=99')).filter.page).toBe(2);
});

test('ten thousand towns without a profile are gathered in the drawing and wait for a nearer tile', async ({ as }) => {
	const { total, drawn } = await view(as(null), 'ebene=ohne');
	expect(total).toBeGreaterThan(10_000);
	expect(drawn.length).toBeLessThan(total);
	expect(await tile(as(null), 'ebene=ohne')).toEqual([]);
});
