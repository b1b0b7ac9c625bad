import { angermuende, cast, herzberg, organisationOf } from '#testing/cast.ts';
import { plantCounty } from '#testing/counties.ts';
import { expect, test } from '#testing/world.ts';
import { findPioneerDesk, listPioneerCounties, listPioneers } from './list-pioneers.ts';
import { stepPioneer } from './step-pioneer.ts';
import { pioneers } from './tables.ts';

test('a county names a municipality, which is shown as named until it has said yes itself, and not at all after a no', async ({
	as,
	db
}) => {
	const countyId = await plantCounty(db);
	const clerk = as({ ...cast.mara, seats: [{ organisationId: countyId, rights: 'edit', ags: null }] });
	const step = { countyId, ags: angermuende };
	await stepPioneer(clerk, { ...step, step: 'name' });
	expect(await listPioneers(as(null), countyId)).toEqual([{ name: 'Angermünde', href: '/kommunen/angermuende', isConfirmed: false }]);
	await expect(stepPioneer(clerk, { ...step, step: 'confirm' })).rejects.toMatchObject({ status: 403 });
	await expect(stepPioneer(as('oskar'), { ...step, step: 'confirm' })).rejects.toMatchObject({ status: 403 });
	await stepPioneer(as('ines'), { ...step, step: 'confirm' });
	expect(await listPioneerCounties(as(null), angermuende)).toMatchObject([{ name: 'Landkreis Uckermark', isConfirmed: true }]);
	await stepPioneer(as('ines'), { ...step, step: 'decline' });
	expect(await listPioneers(as(null), countyId)).toEqual([]);
	await expect(stepPioneer(clerk, { ...step, step: 'name' })).rejects.toMatchObject({ status: 409 });
	expect((await findPioneerDesk(as('ines'), organisationOf(angermuende))).items).toMatchObject([
		{ name: 'Landkreis Uckermark', state: 'declined' }
	]);
	await expect(findPioneerDesk(as('friedrich'), countyId)).rejects.toMatchObject({ status: 404 });
});

test('a municipality of another county cannot be named, and a stranger names nobody', async ({ as, db }) => {
	const countyId = await plantCounty(db);
	await expect(stepPioneer(as('oskar'), { countyId, ags: herzberg, step: 'name' })).rejects.toMatchObject({ status: 422, field: 'ags' });
	await expect(stepPioneer(as('friedrich'), { countyId, ags: angermuende, step: 'name' })).rejects.toMatchObject({ status: 403 });
	await expect(stepPioneer(as('ines'), { countyId: organisationOf(angermuende), ags: angermuende, step: 'name' })).rejects.toMatchObject({
		status: 404
	});
	await stepPioneer(as('oskar'), { countyId, ags: angermuende, step: 'name' });
	await expect(stepPioneer(as('oskar'), { countyId, ags: angermuende, step: 'name' })).rejects.toMatchObject({ status: 409 });
	await stepPioneer(as('oskar'), { countyId, ags: angermuende, step: 'remove' });
	expect(await db.select().from(pioneers)).toEqual([]);
});
