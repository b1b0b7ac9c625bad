import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { events } from '#modules/people/server/tables.ts';
import { exportOwnData } from '#modules/people/server/export-own-data.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { cast, angermuende, herzberg } from '#testing/cast.ts';
import { recordHouse } from '#testing/houses.ts';
import { campaignTo, ownedHouse, ownerInput, ownershipInput, signAs } from '#testing/owners.ts';
import { expect, test } from '#testing/world.ts';
import { addOwner } from './add-owner.ts';
import { blockOwner } from './block-owner.ts';
import { eraseOwner } from './erase-owner.ts';
import { findCostPaper } from './find-cost-paper.ts';
import { findHouseOwners } from './find-house-owners.ts';
import { findNoticeLetter } from './find-notice-letter.ts';
import { findOwner } from './find-owner.ts';
import { listOwners } from './list-owners.ts';
import { listOwnerTowns } from './list-owner-towns.ts';
import { noteNotice } from './note-notice.ts';
import { saveOwner } from './save-owner.ts';
import { ownerRecipients, owners, ownerships } from './tables.ts';
import { unblockOwner } from './unblock-owner.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);

test('nobody but the town reads its owners: not another town, not the network office, not the owner of the house, not a key', async ({
	as,
	db
}) => {
	const { propertyId, ownerId } = await ownedHouse(as('ines'));
	await db.update(properties).set({ ownerPersonId: cast.hanna.id }).where(eq(properties.id, propertyId));
	const withKey = { ...cast.ines, scopes: ['spaces:write'] };
	for (const who of [null, 'amira', 'hanna', 'friedrich', 'oskar', withKey] as const) {
		expect(await refusalOf(findHouseOwners(as(who), { id: propertyId }))).toBe('404 not-found');
		expect(await refusalOf(findOwner(as(who), ownerId))).toBe('404 not-found');
		expect(await refusalOf(listOwners(as(who), { ags: angermuende }))).toBe('404 not-found');
	}
	expect(await refusalOf(listOwnerTowns(as('oskar')))).toBe('403 forbidden');
	expect((await findHouseOwners(as('ines'), { id: propertyId })).held).toHaveLength(1);
	expect((await listOwners(as('ines'), { ags: angermuende, q: 'hedw', blocked: false })).items).toMatchObject([{ houses: 1 }]);
	expect((await listOwners(as('ines'), { ags: angermuende, q: 'niemand' })).total).toBe(0);
	expect(await listOwnerTowns(as('renate'))).toMatchObject([{ ags: angermuende }]);
});

test('the administrator reads in the place of the town, and the town sees that', async ({ as, db }) => {
	const { propertyId } = await ownedHouse(as('ines'));
	const trail = () => db.select().from(events).where(eq(events.kind, 'owners.read'));
	await findHouseOwners(as('ines'), { id: propertyId });
	expect(await trail()).toEqual([]);
	await findHouseOwners(as('renate'), { id: propertyId });
	expect(await trail()).toMatchObject([{ actorId: cast.renate.id, data: { onBehalf: true } }]);
});

test('no event says who an owner is or why they want peace', async ({ as, db }) => {
	const { ownerId } = await ownedHouse(as('ines'), { owner: { name: 'Hedwig Qzxname', phone: '0175 4711' } });
	await blockOwner(as('ines'), { id: ownerId, reason: 'wegen der Qzxkrankheit' });
	await eraseOwner(as('ines'), ownerId);
	const { rows } = await db.execute(sql`select 1 from events e where to_jsonb(e)::text ~* 'qzx|4711'`);
	expect(rows).toEqual([]);
});

test('what a clerk takes along of their own data holds no owner', async ({ as }) => {
	await ownedHouse(as('ines'), { owner: { name: 'Hedwig Qzxname' } });
	await campaignTo(as('ines'));
	const text = JSON.stringify(await exportOwnData(as('ines')));
	expect(text).toContain('Anschreiben an Eigentümer:innen');
	expect(text).not.toContain('Qzxname');
});

test('an owner goes on the day that was promised, with letters and answers; the house stays', async ({ as, db }) => {
	const { propertyId, ownerId } = await ownedHouse(as('ines'), { owner: { purgeOn: '2026-12-01' } });
	await campaignTo(as('ines'));
	await keepRetention({ db, now: new Date('2026-12-01T03:00:00Z') });
	expect(await db.$count(owners, eq(owners.id, ownerId))).toBe(0);
	expect(await db.$count(ownerRecipients)).toBe(0);
	expect(await db.$count(properties, eq(properties.id, propertyId))).toBe(1);
});

test('two windows: the second save is told, and keeps nothing of the first', async ({ as }) => {
	const { ownerId } = await ownedHouse(as('ines'));
	await saveOwner(as('ines'), { id: ownerId, version: 1, input: ownerInput({ phone: '1' }) });
	expect(await refusalOf(saveOwner(as('ines'), { id: ownerId, version: 1, input: ownerInput({ phone: '2' }) }))).toBe(
		'409 changed-meanwhile'
	);
	expect((await findOwner(as('ines'), ownerId)).owner.phone).toBe('1');
});

test('shares beyond a whole and a second first owner are refused with the field; the same person twice too', async ({ as, db }) => {
	const { propertyId, ownerId } = await ownedHouse(as('ines'));
	const add = (typed: Record<string, unknown>, owner: { id: string } | undefined = undefined) =>
		refusalOf(addOwner(as('ines'), { propertyId, owner: owner ?? ownerInput({ name: 'Kurt' }), ownership: ownershipInput(typed) }));
	expect(await add({ rank: 'primary' })).toBe('422 two-first');
	await db.update(ownerships).set({ share: '2/3' }).where(eq(ownerships.ownerId, ownerId));
	expect(await add({ rank: 'secondary', share: '1/2' })).toBe('422 shares-over-one');
	expect(await add({ rank: 'secondary' }, { id: ownerId })).toBe('409 twice');
	expect(await add({ rank: 'secondary', share: '1/3' })).toBe('done');
	expect((await findHouseOwners(as('ines'), { id: propertyId })).held).toHaveLength(2);
});

test('an owner of one town is never tied to a house of another', async ({ as, db }) => {
	const { ownerId } = await ownedHouse(as('ines'));
	const { id: propertyId } = await recordHouse(as('ines'), { street: 'Dorfstraße', houseNumber: '9', isMunicipal: '' });
	await db.execute(
		sql`insert into districts (code, name, slug, state_code) values ('12062', 'Elbe-Elster', 'elbe-elster', '12') on conflict do nothing`
	);
	await db.execute(sql`insert into municipalities (ags, ars, slug, name, name_short, type, is_town, is_unincorporated, state_code, district_code, population,
		area_km2, lat, lon, size_class, search_text) values (${herzberg}, '120620224224', 'herzberg', 'Herzberg', 'Herzberg', 'Stadt', true, false, '12', '12062', 9000, 148, 51.69, 13.23,
		'small_town', 'herzberg') on conflict do nothing`);
	await db.update(properties).set({ ags: herzberg }).where(eq(properties.id, propertyId));
	const ownership = ownershipInput({ rank: 'primary' });
	expect(await refusalOf(addOwner(as('renate'), { propertyId, owner: { id: ownerId }, ownership }))).toBe('404 not-found');
	const row = { id: newId(), propertyId, ownerId, createdAt: as(null).now, updatedAt: as(null).now };
	await expect(db.transaction((inner) => inner.insert(ownerships).values(row))).rejects.toThrow();
});

test('the notice of Art. 14 leaves once, also to whoever wants peace; after that not', async ({ as }) => {
	const { ownerId } = await ownedHouse(as('ines'));
	expect(await refusalOf(findNoticeLetter(as('ines'), ownerId))).toBe('409 sender-missing');
	await signAs(as('ines'));
	await blockOwner(as('ines'), { id: ownerId, reason: 'am Telefon' });
	const letter = await findNoticeLetter(as('ines'), ownerId);
	expect(letter.recipient).toEqual(['Hedwig Lindner', 'Am Anger 4', '16278 Angermünde']);
	await noteNotice(as('ines'), ownerId);
	expect(await refusalOf(findNoticeLetter(as('ines'), ownerId))).toBe('409 do-not-contact');
	await unblockOwner(as('ines'), { id: ownerId, reason: 'hat selbst angerufen' });
	expect(await refusalOf(findNoticeLetter(as('ines'), ownerId))).toBe('done');
	expect((await findOwner(as('ines'), ownerId)).owner.note).toContain('hat selbst angerufen');
	expect(await refusalOf(unblockOwner(as('ines'), { id: ownerId, reason: 'noch einmal' }))).toBe('409 not-blocked');
});

test('what doing nothing costs is reckoned for the house, and refused where nothing is known', async ({ as, db }) => {
	const { propertyId } = await ownedHouse(as('ines'));
	const paper = await findCostPaper(as('ines'), { id: propertyId, typed: { insurance: 900 } });
	expect(JSON.stringify(paper.blocks)).toContain('900');
	await db.update(properties).set({ usableAreaM2: null }).where(eq(properties.id, propertyId));
	expect(await refusalOf(findCostPaper(as('ines'), { id: propertyId, typed: {} }))).toBe('409 nothing-known');
});
