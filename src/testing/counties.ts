import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { now } from './world.ts';

/** The district of Uckermark as an organisation that everybody sees. Returns its id. */
export async function plantCounty(db: Db): Promise<string> {
	const id = newId();
	const row = {
		id,
		slug: 'kreis-uckermark',
		kind: 'county',
		name: 'Landkreis Uckermark',
		districtCode: '12073',
		sector: 'local_authorities'
	} as const;
	await db.insert(organisations).values({ ...row, publishedAt: now, createdAt: now, updatedAt: now });
	return id;
}
