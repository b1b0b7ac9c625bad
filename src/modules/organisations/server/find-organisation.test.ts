import { eq } from 'drizzle-orm';
import { expect, test } from '#testing/world.ts';
import { cast, wunsiedel } from '#testing/cast.ts';
import { ensureMunicipalityOrganisation } from './ensure-municipality-organisation.ts';
import { findOrganisation } from './find-organisation.ts';
import { listOrganisations } from './list-organisations.ts';
import { organisations } from './tables.ts';

test('a municipality becomes an organisation once, unseen until somebody publishes it', async ({ db, as }) => {
	const id = await ensureMunicipalityOrganisation(as(null), wunsiedel);
	expect(await ensureMunicipalityOrganisation(as(null), wunsiedel)).toBe(id);
	await expect(findOrganisation(as('amira'), id)).rejects.toMatchObject({ status: 404 });
	expect(await findOrganisation(as('oskar'), 'wunsiedel')).toMatchObject({ id, name: 'Wunsiedel', kind: 'municipality', ags: wunsiedel });
	const own = { ...cast.amira, seats: [{ organisationId: id, rights: 'read', ags: wunsiedel } as const] };
	expect(await findOrganisation(as(own), id)).toMatchObject({ id });
	const named = async () => (await listOrganisations(as(null), { q: 'wunsied' })).items.map((o) => o.name);
	expect(await named()).toEqual([]);
	await db
		.update(organisations)
		.set({ publishedAt: as(null).now })
		.where(eq(organisations.id, id));
	expect(await named()).toEqual(['Wunsiedel']);
	expect((await findOrganisation(as(null), 'wunsiedel')).place).toEqual({
		ags: wunsiedel,
		slug: 'wunsiedel',
		name: 'Wunsiedel',
		state: 'Bayern'
	});
	expect((await listOrganisations(as(null), { kind: 'church' })).items).toEqual([]);
	await expect(ensureMunicipalityOrganisation(as(null), '00000000')).rejects.toMatchObject({ status: 404 });
});
