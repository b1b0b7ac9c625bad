import { eq, sql } from 'drizzle-orm';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { angermuende } from '#testing/cast.ts';
import { plantAged } from '#testing/freshness.ts';
import { plantRequest } from '#testing/requests.ts';
import { expect, now, test } from '#testing/world.ts';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import type { Db } from '#lib/server/db.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { propertyForm } from '#modules/properties/forms.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { takeBackProperty } from '#modules/properties/server/take-back-property.ts';
import { updateProperty } from '#modules/properties/server/update-property.ts';
import { typedOf } from '#modules/properties/typed.ts';
import { stepRequest } from '#modules/requests/server/step-request.ts';
import { walkEntryForm } from '#modules/walks/forms.ts';
import { takeWalkEntry } from '#modules/walks/server/take-walk-entry.ts';
import { adapted, addDays, type EntryKind } from '../freshness.ts';
import { findRules } from './find-rules.ts';
import { freshnessEntries } from './tables.ts';
import { tendFreshness } from './tend-freshness.ts';

const entryOf = async (db: Db, entryId: string) =>
	(await db.select().from(freshnessEntries).where(eq(freshnessEntries.entryId, entryId)))[0];
const houseOf = async ({ db }: Ctx, id: string) => {
	const [house] = await db.select().from(properties).where(eq(properties.id, id));
	if (!house) throw new Error('no house');
	return house;
};

/** Saves the form as it stands, with what was typed over it. */
async function save(ctx: Ctx, id: string, typed: Record<string, unknown> = {}) {
	const house = await houseOf(ctx, id);
	return updateProperty(ctx, { id, version: house.version, input: propertyForm.parse({ ...typedOf(house), ...typed }) });
}

test('two confirmations in the register without a change make the interval longer, a change makes it shorter', async ({ db, as }) => {
	const { id } = await plantAged(db, 100);
	const ines = (days: number) => ({ ...as('ines'), now: addDays(now, days) });
	await confirmProperties(ines(0), [id]);
	expect(await entryOf(db, id)).toMatchObject({ intervalDays: 270, since: now, nextAt: addDays(now, 270) });
	await save(ines(140), id);
	expect(await entryOf(db, id)).toMatchObject({ intervalDays: 360, since: addDays(now, 140) });
	await save(ines(330), id, { usableAreaM2: '77' });
	expect(await entryOf(db, id)).toMatchObject({ intervalDays: 180, since: addDays(now, 330), nextAt: addDays(now, 510) });
});

test('soon after the last word a confirmation says little: the clock starts anew, the interval stays', async ({ db, as }) => {
	const { id } = await plantAged(db, 89);
	for (let n = 0; n < 5; n++) await confirmProperties({ ...as('ines'), now: addDays(now, n / 24) }, [id]);
	await save({ ...as('ines'), now: addDays(now, 1) }, id, { usableAreaM2: '78' });
	expect(await entryOf(db, id)).toMatchObject({ intervalDays: 180, since: addDays(now, 1) });
});

test('on the walk it is an answer too, and what was taken back late leaves the interval as it was', async ({ db, as }) => {
	const [seen, fallen] = [await plantAged(db, 120), await plantAged(db, 400)];
	const entry = walkEntryForm.parse({
		id: newId(),
		ags: angermuende,
		kind: 'holds',
		propertyId: seen.id,
		version: '1',
		madeAt: now.toISOString()
	});
	await takeWalkEntry(as('ines'), { ...entry, uploads: [], store: folderStore(tmpdir()) });
	expect(await entryOf(db, seen.id)).toMatchObject({ intervalDays: 270, step: 'current' });

	for (const day of [0, 22, 43, 91, 181]) await tendFreshness({ ...as(null), now: addDays(now, day) });
	expect(await entryOf(db, fallen.id)).toMatchObject({ step: 'archived' });
	await takeBackProperty({ ...as('ines'), now: addDays(now, 190) }, fallen.id);
	expect(await entryOf(db, fallen.id)).toMatchObject({ step: 'current', intervalDays: 180, since: addDays(now, 190), asks: 0 });
});

test('asked and confirmed in the register is an answer however soon; a program that saves confirms nothing', async ({ db, as }) => {
	const { id } = await plantAged(db, 200);
	await tendFreshness(as(null));
	const asked = await entryOf(db, id);
	const actor = as('ines').actor;
	await save({ ...as('ines'), actor: actor && { ...actor, scopes: ['spaces:write'] } }, id, { usableAreaM2: '79' });
	expect(await entryOf(db, id)).toEqual(asked);
	await save({ ...as('ines'), now: addDays(now, 1) }, id);
	expect(await entryOf(db, id)).toMatchObject({ step: 'current', intervalDays: 270 });
});

test('a request that is renewed by itself was confirmed as well', async ({ db, as }) => {
	const at = addDays(now, -60);
	const { id } = await plantRequest(db, { publishedAt: at, lastConfirmedAt: at });
	await stepRequest(as('amira'), { id, step: 'renew' });
	expect(await entryOf(db, id)).toMatchObject({ intervalDays: 135, since: now });
});

test('the database and the program learn the same interval', async ({ db }) => {
	const { rules } = await findRules({ db });
	const cases = fc.sample(
		fc.record({
			kind: fc.constantFrom<EntryKind>('property', 'request'),
			days: fc.integer({ min: 1, max: 800 }),
			inTime: fc.boolean(),
			isChanged: fc.boolean()
		}),
		400
	);
	const { rows } = await db.execute<{ learned: number }>(sql`
		select freshness_adapted(c.kind, c.days, c."inTime", c."isChanged") as learned
		from rows from (jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as (kind text, days integer, "inTime" boolean, "isChanged" boolean)) with ordinality c
		order by c.ordinality`);
	expect(rows.map(({ learned }) => learned)).toEqual(
		cases.map(({ kind, days, inTime, isChanged }) =>
			adapted({ kind, intervalDays: days, step: inTime ? 'asked' : 'hidden' }, isChanged ? 'changed' : 'still', rules)
		)
	);
});
