import { openDb } from '#lib/server/db.ts';
import type { House } from '#lib/server/house.ts';
import { projectSpaces } from '#modules/properties/server/project-space.ts';
import { peopleTheCast } from '#testing/people-the-cast.ts';
import { placeCases } from './cases/place-cases.ts';
import { placeConversations } from './conversations/place-conversations.ts';
import { placeAdvice } from './advice/place-advice.ts';
import { placeGroups } from './groups-around/place-groups.ts';
import { generate, type Progress } from './generate.ts';
import { placeNetworks } from './networks/place-networks.ts';
import { placeProfiles } from './profiles/place-profiles.ts';
import { placeFreshness } from './place-freshness.ts';
import { placeOwners } from './owners/place-owners.ts';
import { placePlaces } from './places/place-places.ts';
import { placeNotices } from './notices/place-notices.ts';
import { placeDirect } from './procedures/place-direct.ts';
import { placeLight } from './procedures/place-light.ts';
import { placeRunning } from './procedures/place-running.ts';
import { placeProcedures } from './procedures/place-procedures.ts';
import { placeReports } from './reports/place-reports.ts';
import { placeStars } from './stars.ts';
import { placeStories } from './stories/place-stories.ts';
import { placeTours } from './tours/place-tours.ts';

const size = { spaces: 300, requests: 60, seed: 2026 };

/** Puts the demo world into an empty installation, once; what people enter later stays. */
export async function ensureDemoWorld(house: House, progress: Progress): Promise<void> {
	const { pool } = house;
	const { rows } = await pool.query<{ there: boolean }>('select exists (select 1 from properties where is_demo) as there');
	if (rows[0]?.there) return;
	const now = new Date();
	await peopleTheCast(pool);
	const client = await pool.connect();
	try {
		await client.query('begin');
		const published = await placeStars(client, pool, now);
		await projectSpaces({ db: openDb(client), actor: null, now }, published);
		await placeNetworks(client, now, house.store);
		await placeProfiles(client, { store: house.store, now });
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	} finally {
		client.release();
	}
	await placePlaces(pool, now);
	await placeReports(house, now);
	await placeCases(pool, now);
	await placeGroups(house, now);
	await placeConversations(house, now);
	await placeStories(pool, now);
	await placeAdvice(pool, now);
	await placeNotices(pool, now);
	await placeProcedures(house, now);
	await placeLight(house, now);
	await generate(pool, size, { now, progress });
	await placeDirect(house, now);
	await placeRunning(house, now);
	await placeTours(pool, now);
	await placeFreshness(pool, now);
	await placeOwners(pool, now);
}
