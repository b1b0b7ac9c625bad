import type { Pool, PoolClient } from 'pg';
import { municipalityProfiles } from '#modules/organisations/server/tables.ts';
import { properties, propertySteps, publicationConsents, units } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { angermuende, herzberg, marktleuthen, neukirchen, wunsiedel } from '#testing/cast.ts';
import { copyTable } from './copy-table.ts';
import { groundsOf } from './grounds.ts';
import { placeContacts, placeMessages } from './star-contacts.ts';
import { placeOrganisations } from './star-organisations.ts';
import { starHouses } from './star-houses.ts';
import { starGroups } from './star-groups.ts';

const goals: [string, string[]][] = [
	[angermuende, ['meeting_place', 'culture', 'repair_reuse']],
	[herzberg, ['local_supply', 'education', 'work_coworking']],
	[neukirchen, ['repair_reuse', 'education']],
	[marktleuthen, ['culture', 'mobility', 'meeting_place']],
	[wunsiedel, ['care', 'housing_shared', 'culture']]
];

/** The few houses, groups and offices with a biography, around which the demo is told. Returns the ids of the published houses. */
export async function placeStars(client: PoolClient, pool: Pool, now: Date): Promise<string[]> {
	const houses = starHouses(now);
	const groups = await starGroups(pool, now);
	await copyTable(
		client,
		properties,
		houses.map((h) => h.property)
	);
	await copyTable(
		client,
		units,
		houses.flatMap((h) => h.units)
	);
	await copyTable(
		client,
		propertySteps,
		houses.flatMap((h) => h.steps)
	);
	await copyTable(
		client,
		publicationConsents,
		houses.flatMap((h) => groundsOf(h.property))
	);
	await copyTable(
		client,
		actorProfiles,
		groups.map((g) => g.profile)
	);
	await copyTable(
		client,
		spaceRequests,
		groups.map((g) => g.request)
	);
	await copyTable(
		client,
		municipalityProfiles,
		goals.map(([ags, goals]) => ({ ags, goals, updatedAt: now }))
	);
	await placeOrganisations(client, now);
	await placeContacts(client, now);
	await placeMessages(client, now);
	return houses.filter((h) => h.property.publishedAt).map((h) => h.property.id);
}
