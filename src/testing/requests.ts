import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { cast, type CastName } from './cast.ts';
import { now } from './world.ts';

type RequestRow = typeof spaceRequests.$inferInsert;
export type PlantedRequest = Partial<Omit<RequestRow, 'actorId'>> & { by?: CastName; actor?: Partial<typeof actorProfiles.$inferInsert> };

/** Plants a published request of a cast member (Amira's Werkhof unless said) with its profile. Returns the row. */
export async function plantRequest(db: Db, { by = 'amira', actor = {}, ...overrides }: PlantedRequest = {}) {
	const [id, actorId] = [overrides.id ?? newId(), newId()];
	await db.insert(actorProfiles).values({
		id: actorId,
		personId: cast[by].id,
		slug: `werkhof-${actorId}`,
		name: 'Werkhof',
		actorKind: 'group_in_formation',
		contactEmail: `kontakt-${cast[by].email}`,
		contactPhone: '0170 1234567',
		createdAt: now,
		updatedAt: now,
		...actor
	});
	const [planted] = await db
		.insert(spaceRequests)
		.values({
			slug: `offene-werkstatt-${id}`,
			title: 'Offene Werkstatt mit Café',
			requestKind: 'find_space',
			summary: 'Sieben Leute wollen reparieren, bauen und Kaffee ausschenken.',
			uses: ['workshop_makerspace', 'cafe'],
			areaMinM2: 80,
			areaMaxM2: 120,
			regionName: 'Angermünde',
			regionLat: 53.0146,
			regionLon: 14.0017,
			radiusKm: 25,
			offerModes: ['rent', 'lease'],
			maxMonthly: 800,
			requestState: 'published',
			publishedAt: now,
			expiresAt: new Date(now.getTime() + 180 * 86_400_000),
			createdAt: now,
			updatedAt: now,
			...overrides,
			id,
			actorId
		})
		.returning();
	if (!planted) throw new Error('nothing planted');
	return planted;
}
