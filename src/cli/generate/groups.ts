import type { InferInsertModel } from 'drizzle-orm';
import type { people } from '#modules/people/server/tables.ts';
import type { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import type { Condition, OfferMode } from '#modules/properties/vocabulary.ts';
import type { Town } from './places.ts';
import type { Chance } from './random.ts';
import { wishes, type Wish } from './wishes.ts';

export type Group = {
	person: InferInsertModel<typeof people>;
	profile: InferInsertModel<typeof actorProfiles>;
	request: InferInsertModel<typeof spaceRequests>;
};

const first = [
	'Lena',
	'Tarek',
	'Mareike',
	'Paul',
	'Sofia',
	'Henrik',
	'Aylin',
	'Gustav',
	'Nora',
	'Emil',
	'Ruth',
	'Kasimir',
	'Jette',
	'Malik',
	'Greta',
	'Ole'
];
const last = [
	'Sommer',
	'Yılmaz',
	'Brandt',
	'Kowalski',
	'Engel',
	'Fuchs',
	'Marquardt',
	'Thiele',
	'Öztürk',
	'Albrecht',
	'Jansen',
	'Hübner',
	'Petrov',
	'Lorenz'
];
const accepted: Condition[] = ['ready_to_use', 'minor_works', 'refurbishment_needed', 'major_refurbishment', 'shell'];

export const slugOf = (text: string) =>
	text
		.toLowerCase()
		.replace(/[äöüß]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[c] ?? c)
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/ı/g, 'i')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 80);

function regionOf(town: Town, random: Chance) {
	const anywhere = { regionAgs: [] as string[], regionName: null, regionLat: null, regionLon: null, radiusKm: null, regionIsHard: false };
	const kind = random.weighted({ radius: 70, named: 18, anywhere: 12 });
	if (kind === 'anywhere') return anywhere;
	if (kind === 'named') return { ...anywhere, regionAgs: [town.ags], regionName: town.nameShort, regionIsHard: true };
	return {
		...anywhere,
		regionName: town.nameShort,
		regionLat: town.lat,
		regionLon: town.lon,
		radiusKm: random.pick([10, 15, 25, 25, 40, 60]),
		regionIsHard: random.yes(0.4)
	};
}

function needsOf(wish: Wish, random: Chance) {
	const least = wish.area[0] + random.int(0, 6) * 5;
	const modes = random.some<OfferMode>(
		['rent', 'lease', 'interim_use', 'heritable_building_right', 'sale', 'free_use', 'co_use'],
		random.int(2, 4)
	);
	return {
		uses: wish.uses,
		commonGood: wish.good,
		areaMinM2: random.yes(0.92) ? least : null,
		areaMaxM2: random.yes(0.85) ? Math.round((least + (wish.area[1] - wish.area[0]) * random.next()) / 5) * 5 + 10 : null,
		areaIsHard: random.yes(0.2),
		offerModes: modes,
		offerModesAreHard: random.yes(0.75),
		maxMonthly: random.yes(0.85) ? Math.round(random.int(...wish.monthly) / 10) * 10 : null,
		maxPurchase: modes.includes('sale') ? random.int(10, 180) * 1000 : null,
		conditions: random.yes(0.7) ? accepted.slice(0, random.int(1, 5)) : [],
		selfHelp: random.pick(['none', 'some', 'some', 'major', 'own_craftspeople'] as const),
		heritageOk: random.pick(['yes', 'indifferent', 'indifferent', 'no'] as const),
		accessibilityRequired: wish.uses.includes('senior_care') || random.yes(0.15),
		publicAccessNeeded: wish.good.includes('meeting_place') || random.yes(0.3),
		interimOk: random.yes(0.7)
	};
}

function timesOf(published: Date, random: Chance, now: Date) {
	return {
		startFrom: random.yes(0.6) ? new Date(now.getTime() + random.int(0, 240) * 86_400_000).toISOString().slice(0, 10) : null,
		durationMonths: random.yes(0.5) ? random.int(1, 10) * 12 : null,
		requestState: 'published' as const,
		publishedAt: published,
		lastConfirmedAt: published,
		expiresAt: new Date(published.getTime() + 184 * 86_400_000),
		isDemo: true,
		createdAt: published,
		updatedAt: published
	};
}

/** One invented group with its person, profile and request, looking around a town. `index` keeps addresses and slugs apart. */
export function inventGroup(town: Town, index: number, { random, now }: { random: Chance; now: Date }): Group {
	const wish = random.pick(wishes);
	const name = `${random.pick(first)} ${random.pick(last)}`;
	const published = new Date(now.getTime() - random.int(1, 150) * 86_400_000);
	const stamp = { createdAt: published, updatedAt: published };
	const person = { id: random.uuid(), name, email: `${slugOf(name)}-${index}@beispiel.example`, emailVerified: true, ...stamp };
	const groupName = `${wish.who} ${town.nameShort}`;
	const profile = {
		id: random.uuid(),
		personId: person.id,
		slug: `${slugOf(groupName)}-${index}`,
		name: groupName,
		tagline: wish.plan.split('.')[0] ?? null,
		actorKind: wish.kind,
		size: random.int(1, 24),
		topics: wish.good,
		offers: random.some(['know_how', 'tools', 'funds', 'network', 'volunteers'] as const, random.int(1, 3)),
		homeAgs: town.ags,
		contactEmail: person.email,
		isDemo: true,
		...stamp
	};
	const request = {
		id: random.uuid(),
		slug: `${slugOf(`${wish.title} ${town.nameShort}`)}-${index}`,
		actorId: profile.id,
		title: wish.title,
		requestKind: random.weighted({ find_space: 82, find_co_users: 8, find_group_members: 6, join_project: 4 } as const),
		summary: wish.plan,
		concept: `${wish.plan} Wir sind ${profile.size} Menschen aus ${town.nameShort} und Umgebung.`,
		peopleNow: profile.size,
		peopleTarget: profile.size + random.int(0, 12),
		skillsSought: random.some(['money', 'craft', 'social', 'organisation', 'design', 'law'] as const, random.int(0, 2)),
		visibility: random.weighted({ public: 86, network: 8, municipalities_only: 6 } as const),
		...regionOf(town, random),
		...needsOf(wish, random),
		...timesOf(published, random, now)
	};
	return { person, profile, request };
}
