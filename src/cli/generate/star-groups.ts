import type { Pool } from 'pg';
import { cast } from '#testing/cast.ts';
import type { Group } from './groups.ts';

const day = 86_400_000;
const id = (n: number) => `00000000-0000-7000-a000-${String(n).padStart(12, '0')}`;

type StarGroup = Pick<Group, 'profile' | 'request'>;

async function centre(pool: Pool, ags: string): Promise<{ lat: number; lon: number }> {
	const { rows } = await pool.query<{ lat: number; lon: number }>('select lat, lon from municipalities where ags = $1', [ags]);
	return rows[0] ?? { lat: 51, lon: 10 };
}

type Stamp = { createdAt: Date; updatedAt: Date };
type Centre = { lat: number; lon: number };

const publishedOn = (published: Date) => ({
	requestKind: 'find_space' as const,
	requestState: 'published' as const,
	publishedAt: published,
	lastConfirmedAt: published,
	expiresAt: new Date(published.getTime() + 184 * day),
	isDemo: true,
	createdAt: published,
	updatedAt: published
});

const werkhof = (stamp: Stamp): StarGroup['profile'] => ({
	id: id(1),
	personId: cast.amira.id,
	slug: 'werkhof-uckermark',
	name: 'Werkhof Uckermark',
	tagline: 'Acht Leute, ein Bus voll Werkzeug, noch kein Haus',
	actorKind: 'group_in_formation',
	size: 8,
	topics: ['repair_reuse', 'meeting_place'],
	offers: ['tools', 'know_how', 'volunteers'],
	homeAgs: '12073008',
	contactEmail: cast.amira.email,
	isDemo: true,
	...stamp
});

const werkhofRequest = (angermuende: Centre, published: Date): StarGroup['request'] => ({
	id: id(1),
	slug: 'offene-werkstatt-und-cafe-angermuende',
	actorId: id(1),
	title: 'Offene Werkstatt und Café',
	summary: 'Holz, Räder, Nähmaschinen und dazu Kaffee: Wir suchen einen Ort, der fünf Tage in der Woche offen ist.',
	concept:
		'Wir gründen gerade den Verein. Werkzeug und eine Espressomaschine stehen in zwei Garagen. Wir können selbst bauen, eine Tischlerin und ein Elektriker gehören dazu. Mehr als 800 Euro im Monat tragen wir am Anfang nicht.',
	commonGood: ['repair_reuse', 'meeting_place'],
	uses: ['workshop_makerspace', 'cafe', 'repair_cafe'],
	areaMinM2: 80,
	areaMaxM2: 120,
	areaIsHard: false,
	regionName: 'Angermünde',
	regionLat: angermuende.lat,
	regionLon: angermuende.lon,
	radiusKm: 25,
	regionIsHard: true,
	settings: ['town_centre', 'village_core'],
	startFrom: '2027-03-01',
	durationMonths: 60,
	interimOk: true,
	offerModes: ['rent', 'lease', 'interim_use', 'heritable_building_right'],
	offerModesAreHard: true,
	maxMonthly: 800,
	conditions: ['ready_to_use', 'minor_works'],
	selfHelp: 'own_craftspeople',
	heritageOk: 'indifferent',
	accessibilityRequired: false,
	publicAccessNeeded: true,
	peopleNow: 8,
	peopleTarget: 20,
	skillsSought: ['organisation', 'money'],
	visibility: 'public',
	...publishedOn(published)
});

const kulturbahnhof = (stamp: Stamp): StarGroup['profile'] => ({
	id: id(2),
	personId: cast.jonas.id,
	slug: 'kulturbahnhof-fichtelgebirge',
	name: 'Kollektiv Kulturbahnhof',
	tagline: 'Drei Bands, ein Figurentheater, eine Tonanlage',
	actorKind: 'association',
	size: 14,
	topics: ['culture', 'meeting_place'],
	offers: ['network', 'know_how'],
	homeAgs: '09479169',
	contactEmail: cast.jonas.email,
	isDemo: true,
	...stamp
});

const kulturbahnhofRequest = (wunsiedel: Centre, published: Date): StarGroup['request'] => ({
	id: id(2),
	slug: 'buehne-am-gleis-fichtelgebirge',
	actorId: id(2),
	title: 'Bühne am Gleis',
	summary: 'Konzerte, Figurentheater, Probenwochen: Wir suchen Räume, in denen es abends laut sein darf.',
	concept: 'Sechzig Abende im Jahr haben wir in Sälen der Umgebung gespielt. Jetzt wollen wir bleiben, am liebsten dort, wo ein Zug hält.',
	commonGood: ['culture', 'meeting_place', 'integration'],
	uses: ['stage_culture', 'rehearsal', 'cafe'],
	areaMinM2: 200,
	areaMaxM2: 450,
	areaIsHard: false,
	regionName: 'Wunsiedel',
	regionLat: wunsiedel.lat,
	regionLon: wunsiedel.lon,
	radiusKm: 30,
	regionIsHard: false,
	settings: [],
	startFrom: '2027-01-15',
	durationMonths: 36,
	interimOk: true,
	offerModes: ['rent', 'interim_use', 'lease'],
	offerModesAreHard: true,
	maxMonthly: 1200,
	conditions: ['ready_to_use', 'minor_works', 'refurbishment_needed'],
	selfHelp: 'some',
	heritageOk: 'yes',
	accessibilityRequired: false,
	publicAccessNeeded: true,
	peopleNow: 14,
	peopleTarget: 30,
	skillsSought: ['craft'],
	visibility: 'public',
	...publishedOn(published)
});

/** Amira's Werkhof around Angermünde and Jonas' Kulturbahnhof around Wunsiedel. */
export async function starGroups(pool: Pool, now: Date): Promise<StarGroup[]> {
	const published = new Date(now.getTime() - 20 * day);
	const stamp = { createdAt: published, updatedAt: published };
	return [
		{ profile: werkhof(stamp), request: werkhofRequest(await centre(pool, '12073008'), published) },
		{ profile: kulturbahnhof(stamp), request: kulturbahnhofRequest(await centre(pool, '09479169'), published) }
	];
}
