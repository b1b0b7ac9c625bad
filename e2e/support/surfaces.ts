import { VectorTile } from '@mapbox/vector-tile';
import { globSync, readFileSync } from 'node:fs';
import { PbfReader } from 'pbf';
import { secretViewing } from './secret-case.ts';
import { secretAdvice } from './secret-advice.ts';
import { secretGroup } from './secret-group.ts';
import { secretNetwork } from './secret-network.ts';
import { organisationIds, secretOrganisation } from './secret-organisation.ts';
import { secretPicture, secretProfile } from './secret-profile.ts';
import { secretPlace } from './secret-place.ts';
import { shownProcedure } from './secret-procedure.ts';
import { secretStory, secretStoryPicture } from './secret-tour.ts';
import { visible, type Planted } from './secrets.ts';

/** Everything that answers without a sign-in: found by walking the routes, so that a new one cannot be forgotten. */

const guarded = /^\/(konto|buero)(\/|$)/;

/** Every public route that answers GET, by its id: `/raeume/[slug]`. */
export function publicRoutes(): string[] {
	const files = globSync('src/routes/**/{+page.svelte,+server.ts}');
	const answering = files.filter((file) => !file.endsWith('+server.ts') || /\bGET\b/.test(readFileSync(file, 'utf8')));
	const ids = answering.map(
		(file) =>
			`/${file
				.split('/')
				.slice(2, -1)
				.filter((part) => !/^\(.*\)$/.test(part))
				.join('/')}`
	);
	return [...new Set(ids)].filter((id) => !guarded.test(id)).sort();
}

type Sample = (houses: Planted[], unpublished: string) => string[];

function tilesOf({ lat, lon }: Pick<Planted, 'lat' | 'lon'>, path = '/raeume/kacheln', zooms = [0, 4, 6, 8, 10, 12, 13, 14, 16]): string[] {
	const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
	return zooms.flatMap((z) =>
		[-1, 0, 1].map(
			(shift) => `${path}/${z}/${Math.max(0, Math.floor(((lon + 180) / 360) * 2 ** z) + (z > 8 ? shift : 0))}/${Math.floor(y * 2 ** z)}.pbf`
		)
	);
}

const each =
	(path: string): Sample =>
	(houses) =>
		houses.map((house) => path.replace('SLUG', house.slug).replace('ID', house.id));

/** Addresses of routes that take a parameter. A route that is missing here fails the test: say which of its addresses could leak. */
const samples: Record<string, Sample> = {
	'/raeume/[slug]': each('/raeume/SLUG'),
	'/raeume/[slug]/interesse': each('/raeume/SLUG/interesse'),
	'/verfahren/[slug]/mitmachen': () => [`/verfahren/${shownProcedure}/mitmachen`],
	'/verfahren/[slug]/ergebnis': () => [`/verfahren/${shownProcedure}/ergebnis`],
	'/karte/kacheln/[z]/[x]/[y].pbf': (houses) =>
		[...new Set(houses.flatMap((house) => tilesOf(house, '/karte/kacheln', [0, 6, 9, 12])))].flatMap((tile) => [
			tile,
			`${tile}?ebene=ohne`,
			`${tile}?netz=${secretNetwork}`
		]),
	'/raeume/kacheln/[z]/[x]/[y].pbf': (houses) => [...new Set(houses.flatMap((house) => tilesOf(house)))],
	'/api/v1/spaces/[id]': (houses, unpublished) => [...each('/api/v1/spaces/ID')(houses, unpublished), `/api/v1/spaces/${unpublished}`],
	'/api/v1/spaces/[id]/matches': each('/api/v1/spaces/ID/matches'),
	'/api/v1/municipalities/[ags]': () => ['/api/v1/municipalities/12073008'],
	'/api/v1/procedures/[id]/record': () => ['/api/v1/procedures/00000000-0000-7000-8000-000000000000/record'],
	'/verfahren/[slug]/akte': () => ['/verfahren/gibt-es-nicht/akte'],
	'/export/[file]': () => ['csv', 'xlsx', 'geojson'].map((ending) => `/export/raeume.${ending}`),
	'/kommunen/[slug]': () => ['/kommunen/angermuende', secretProfile],
	'/anhandgabe/foto/[meldung]': (houses) => houses.slice(0, 1).map(({ id }) => `/anhandgabe/foto/${id}?schluessel=x`),
	'/anmelden/dienst/[slug]': () => ['/anmelden/dienst/angermuende', '/anmelden/dienst/_installation'],
	'/anmelden/dienst/[slug]/los': () => ['/anmelden/dienst/angermuende/los'],
	'/anmelden/dienst/[slug]/zurueck': () => ['/anmelden/dienst/angermuende/zurueck?state=x&code=y'],
	'/medien/profil/[name]': () => [secretPicture],
	'/netzwerke/[slug]': () => [`/netzwerke/${secretNetwork}`],
	'/netzwerke/[slug]/mitwirken': () => [`/netzwerke/${secretNetwork}/mitwirken`],
	'/netzwerke/[slug]/aufnahme': () => [`/netzwerke/${secretNetwork}/aufnahme`, `/netzwerke/${secretNetwork}/aufnahme?ort=Angerm%C3%BCnde`],
	'/organisationen/[slug]': () => [
		...['angermuende', 'werkhof-angermuende', 'marktleuthen', secretOrganisation].map((slug) => `/organisationen/${slug}`),
		...Object.values(organisationIds).map((id) => `/organisationen/${id}`)
	],
	'/gruppen/[slug]': () => [`/gruppen/${secretGroup}`, `/gruppen/${secretGroup}-2`, `/gruppen/${secretGroup}-3`],
	'/foerderung/[slug]': () => [`/foerderung/${secretAdvice}`, `/foerderung/${secretAdvice}-2`],
	'/beratung/[slug]': () => [`/beratung/${secretAdvice}`, `/beratung/${secretAdvice}-2`, `/beratung/${secretAdvice}-3`],
	'/orte/[slug]': () => [`/orte/${secretPlace}`],
	'/orte/wirkung/[netzwerk]': () => ['/orte/wirkung/helle-orte'],
	'/orte/kriterien/[netzwerk]': () => ['/orte/kriterien/helle-orte'],
	'/orte/bilder/[name]': () => ['/orte/bilder/00000000-0000-7000-8000-000000000000.webp'],
	'/api/v1/places/[id]': () => ['/api/v1/places/00000000-0000-7000-8000-000000000000'],
	'/rechnung/[file]': () => ['rechnung.pdf', 'xrechnung.xml', 'erinnerung.pdf'].map((file) => `/rechnung/${file}`),
	'/sitemap/[part]': () => ['/sitemap/raeume-1.xml', '/sitemap/raeume.xml', '/sitemap/kommunen-1.xml', '/sitemap/1.xml'],
	'/termine/[id]': () => [`/termine/${secretViewing}`],
	'/termine/[id]/blatt.pdf': () => [`/termine/${secretViewing}/blatt.pdf`],
	'/termine/[id]/termin.ics': () => [`/termine/${secretViewing}/termin.ics`],
	'/termine/[id]/unterwegs': () => [`/termine/${secretViewing}/unterwegs`],
	'/geschichten/[slug]': () => [`/geschichten/${secretStory}`, `/geschichten/${secretStory}-2`],
	'/geschichten/bilder/[name]': () => [secretStoryPicture],
	'/verfahren/[slug]': () => [`/verfahren/${shownProcedure}`],
	'/verfahren/[slug]/aufruf.pdf': () => [`/verfahren/${shownProcedure}/aufruf.pdf`],
	'/verfahren/[slug]/anlagen/[anlage]': () => [`/verfahren/${shownProcedure}/anlagen/00000000-0000-7000-8000-000000000000`],
	'/verfahren/[slug]/termine/[termin]/termin.ics': () => [
		`/verfahren/${shownProcedure}/termine/00000000-0000-7000-8000-000000000000/termin.ics`
	],
	'/api/v1/procedures/[id]': () => ['/api/v1/procedures/00000000-0000-7000-8000-000000000000', `/api/v1/procedures/${shownProcedure}`],
	'/medien/logo/[name]': () => ['/medien/logo/00000000-0000-7000-8000-0000000000aa.webp'],
	'/medien/[name]': (houses) => houses.flatMap(({ mediaKeys }) => mediaKeys.map((key) => `/medien/${key.replace('media/', '')}`))
};

/** Routes whose parameters name nothing of a house: mails of the demo, requests of groups, one-time links. */
const apart = [/^\/dev\/mail\//, /^\/gesuche\//, /^\/api\/v1\/(requests|imports)\//, /token|link|\[kind\]/];

/** Questions to the lists that somebody with a suspicion would ask. */
const questions = (secret: string): string[] =>
	[
		`q=${secret}`,
		`q=${secret}+gasse`,
		'ort=Angerm%C3%BCnde&umkreis=50',
		'kommune=angermuende',
		'kommune=angermuende&seite=2',
		'bbox=14.0,53.0,14.2,53.2'
	].flatMap((query) => [`/raeume?${query}`, `/raeume/karte?${query}`]);

/** Addresses to read, and the routes nobody gave an address for. */
export function surfaces({ houses, unpublished, secret }: { houses: Planted[]; unpublished: string; secret: string }) {
	const routes = publicRoutes();
	const unknown = routes.filter((id) => id.includes('[') && !samples[id] && !apart.some((pattern) => pattern.test(id)));
	const fixed = routes.filter((id) => !id.includes('['));
	const byParameter = routes.flatMap((id) => samples[id]?.(houses, unpublished) ?? []);
	const machine = [
		'/karte?land=12',
		'/karte?ebene=ohne&land=12',
		`/karte?netz=${secretNetwork}`,
		'/karte?ebene=gesuche',
		`/api/v1/spaces?q=${secret}`,
		'/api/v1/spaces?ags=12073008&limit=100',
		'/api/v1/spaces?lat=53.08&lon=14.11&radiusKm=50&limit=100',
		'/raeume/kacheln/8/137/83.pbf?nutzung=cafe',
		...[secretOrganisation, ...Object.values(organisationIds), '12073008', secret].map((key) => `/ansprechperson?an=${key}&thema=funding`),
		`/ansprechperson?ort=${secret}`,
		`/organisationen?q=${secret}`,
		...['/foerderung', '/beratung', '/gruppen'].flatMap((list) => [`${list}?q=${secret}`, `${list}?q=${visible}`])
	];
	return { addresses: [...new Set([...fixed, ...byParameter, ...questions(secret), ...machine])], unknown };
}

/** A tile as text: its words, and its points in degrees. The middle of several places is nobody's place. */
export function readTile(bytes: Uint8Array, address: string): string {
	const [z = 0, x = 0, y = 0] = (/kacheln\/(\d+)\/(\d+)\/(\d+)/.exec(address) ?? []).slice(1).map(Number);
	const layers = Object.values(new VectorTile(new PbfReader(bytes)).layers);
	const features = layers.flatMap((layer) => Array.from({ length: layer.length }, (_, i) => layer.feature(i).toGeoJSON(x, y, z)));
	return JSON.stringify(features.map((feature) => (feature.properties?.n === 1 ? feature : feature.properties)));
}
