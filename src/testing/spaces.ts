import { sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { districts, municipalities, states } from '#modules/organisations/server/tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { angermuende } from './cast.ts';
import { now } from './world.ts';

type SpaceRow = typeof spaces.$inferInsert;
type PropertyRow = typeof properties.$inferInsert;
export type PlantedSpace = Partial<Omit<SpaceRow, 'search' | 'searchText'>> & {
	/** Words that the search finds besides the title, the summary and the town. */
	words?: string;
	property?: Partial<PropertyRow>;
};

/** The municipality of the tests, unless the reference data brought it already. */
async function plantAngermuende(db: Db): Promise<void> {
	await db.insert(states).values({ code: '12', name: 'Brandenburg', slug: 'brandenburg' }).onConflictDoNothing();
	await db.insert(districts).values({ code: '12073', name: 'Uckermark', slug: 'uckermark', stateCode: '12' }).onConflictDoNothing();
	await db
		.insert(municipalities)
		.values({
			ags: angermuende,
			ars: '120730008008',
			slug: 'angermuende',
			name: 'Angermünde, Stadt',
			nameShort: 'Angermünde',
			type: 'Stadt',
			isTown: true,
			isUnincorporated: false,
			stateCode: '12',
			districtCode: '12073',
			population: 13500,
			areaKm2: 326,
			postalCode: '16278',
			lat: 53.0146,
			lon: 14.0017,
			sizeClass: 'small_town',
			searchText: 'angermunde'
		})
		.onConflictDoNothing();
}

const defaults = (id: string) => ({
	id,
	slug: `gasthof-${id}`,
	reference: `ANG-2026-${id.slice(-8)}`,
	ags: angermuende,
	stateCode: '12',
	districtCode: '12073',
	municipality: 'Angermünde',
	municipalitySlug: 'angermuende',
	districtName: 'Uckermark',
	lat: 53.0146,
	lon: 14.0017,
	precision: 'district' as const,
	title: 'Gasthof am Marktplatz',
	summary: 'Gaststube, Saal mit Bühne, elf Zimmer und ein Hof mit Linde.',
	propertyType: 'inn' as const,
	setting: 'town_centre' as const,
	lastUse: 'gastronomy' as const,
	epoch: '1870_1918' as const,
	storeys: 2,
	areaMinM2: 60,
	areaMaxM2: 380,
	uses: ['cafe', 'meeting_place'] as SpaceRow['uses'],
	usesExcluded: [] as SpaceRow['usesExcluded'],
	offers: ['rent'] as SpaceRow['offers'],
	priceType: 'unknown' as const,
	condition: 'refurbishment_needed' as const,
	heritage: 'none' as const,
	accessibility: 'unknown' as const,
	publicAccess: 'unknown' as const,
	availabilityKind: 'unknown' as const,
	lit: 10,
	pictures: [],
	documents: [],
	units: [],
	facts: { outdoor: [], areaBasis: 'unknown' as const, usesAllowed: [], divisibleFromM2: null, directContact: false },
	way: [],
	isDemo: false,
	lastConfirmedAt: now,
	publishedAt: now,
	changedAt: now
});

/** Plants a published space with its property, as the register would have projected it. Returns the row of `spaces`. */
export async function plantSpace(db: Db, { words = '', property = {}, ...overrides }: PlantedSpace = {}) {
	const id = overrides.id ?? newId();
	const space = { ...defaults(id), ...overrides };
	await plantAngermuende(db);
	await db.insert(properties).values({
		id,
		ags: space.ags,
		reference: space.reference,
		title: space.title,
		lat: space.lat,
		lon: space.lon,
		source: 'office',
		publicationState: 'public',
		publishedAt: space.publishedAt,
		createdAt: now,
		updatedAt: now,
		...property
	});
	const text = [space.title, space.summary, space.municipality, space.districtName, words].join(' ');
	const [planted] = await db
		.insert(spaces)
		.values({ ...space, searchText: sql<string>`fold_german(${text})` as unknown as string })
		.returning();
	if (!planted) throw new Error('nothing planted');
	return planted;
}
