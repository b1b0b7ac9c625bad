import { forgetHouse } from '#testing/forget-record.ts';
import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Actor } from '#modules/people/actor.ts';
import { newId } from '#lib/server/id.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { plantOpenProcedure } from '#testing/published.ts';
import { expect, now, test } from '#testing/world.ts';
import { cancelViewing } from './cancel-viewing.ts';
import { findPublicProcedure } from './find-public-procedure.ts';
import { findViewingEntry, listViewings } from './list-viewings.ts';
import { remindViewings } from './remind-viewings.ts';
import { saveViewing } from './save-viewing.ts';
import { signUp } from './sign-up.ts';

const input = (startsAt: Date, over: object = {}) => ({
	...{ viewingId: undefined, startsAt, minutes: 60, place: 'Vor dem Rathaus', guestNote: 'Der Schlüssel liegt bei Ines.', capacity: 2 },
	...over
});
const soon = (now: Date, days = 7) => new Date(now.getTime() + days * 86_400_000);

test('places, a waiting list, and who moves up; the note is for guests alone', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	const viewingId = await saveViewing(as('ines'), { id, input: input(soon(as('ines').now)) });
	expect(await saveViewing(as('ines'), { id, input: input(soon(as('ines').now)) }), 'sent twice').toBe(viewingId);
	const come = (who: 'amira' | 'jonas' | 'hanna', people = 1) => signUp(as(who), { slug, viewingId, answer: 'yes', people });
	expect([await come('amira', 2), await come('jonas'), await come('hanna')]).toEqual(['coming', 'waiting', 'waiting']);
	expect(await come('amira', 2)).toBe('coming');
	await signUp(as('amira'), { slug, viewingId, answer: 'no', people: 1 });
	expect((await findPublicProcedure(as(null), slug)).viewings[0]?.taken).toBe(2);
	const [desk] = await listViewings(as('ines'), id);
	expect(desk?.guests.map(({ name, state }) => [name, state])).toEqual([
		[cast.jonas.name, 'coming'],
		[cast.hanna.name, 'coming']
	]);
	expect(await db.$count(notices, eq(notices.kind, 'procedure-moved-up'))).toBe(2);
	const seen = async (who: 'jonas' | 'amira' | null) => (await findPublicProcedure(as(who), slug)).viewings[0]?.mine ?? null;
	expect(await seen('jonas')).toMatchObject({ state: 'coming', note: 'Der Schlüssel liegt bei Ines.' });
	expect([await seen('amira'), await seen(null)]).toEqual([null, null]);
	expect(JSON.stringify((await findPublicProcedure(as(null), slug)).viewings)).not.toContain('Schlüssel');
	await expect(listViewings(as('jonas'), id)).rejects.toMatchObject({ status: 404 });
	await expect(come('hanna', 3)).rejects.toMatchObject({ code: 'too-many' });
});

test('fifty at once for ten places: ten come, forty wait', async ({ pool }) => {
	const db = openDb(pool);
	const as = (who: CastName | Actor | null) => ({ db, now, actor: typeof who === 'string' ? cast[who] : who });
	const { id, slug, houseId } = await plantOpenProcedure({ as, db });
	const guests = Array.from({ length: 50 }, (_, n): Actor => ({
		...cast.jonas,
		id: newId(),
		name: `Gast ${n}`,
		email: `gast${n}@viele.example`
	}));
	const ids = guests.map((guest) => guest.id);
	try {
		const viewingId = await saveViewing(as('ines'), { id, input: input(soon(now), { capacity: 10 }) });
		await db
			.insert(people)
			.values(guests.map(({ id, name, email }) => ({ id, name, email, emailVerified: true, createdAt: now, updatedAt: now })));
		const states = await Promise.all(guests.map((who) => signUp(as(who), { slug, viewingId, answer: 'yes', people: 1 })));
		expect(states.filter((state) => state === 'coming')).toHaveLength(10);
		expect(states.filter((state) => state === 'waiting')).toHaveLength(40);
		expect((await listViewings(as('ines'), id))[0]).toMatchObject({ taken: 10 });
	} finally {
		await pool.query('delete from people where id = any($1)', [ids]);
		await forgetHouse(pool, houseId);
		for (const table of ['seals', 'opener_keys']) await pool.query(`delete from ${table} where subject_id = $1`, [id]);
		await pool.query("delete from attempts where bucket like 'procedure%'");
		await pool.query('delete from notices');
		await pool.query('select graphile_worker.complete_jobs(array_agg(j.id)) from graphile_worker._private_jobs j');
	}
});

test('moved, everybody who signed up hears; cancelled, everybody reads why; past, nobody signs up', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	const { now } = as('ines');
	const viewingId = await saveViewing(as('ines'), { id, input: input(soon(now)) });
	await signUp(as('jonas'), { slug, viewingId, answer: 'yes', people: 2 });
	await expect(saveViewing(as('ines'), { id, input: input(soon(now), { viewingId, capacity: 1 }) })).rejects.toMatchObject({
		code: 'fewer-places'
	});
	await saveViewing(as('ines'), { id, input: input(soon(now, 8), { viewingId }) });
	expect(await db.$count(notices, eq(notices.kind, 'procedure-viewing-moved'))).toBe(1);
	expect(await findViewingEntry(as(null), { slug, viewingId })).toMatchObject({ sequence: 1, isCancelled: false, startsAt: soon(now, 8) });
	await cancelViewing(as('ines'), { id, viewingId, reason: 'Der Saal ist gesperrt.' });
	expect(await db.$count(notices, eq(notices.kind, 'procedure-viewing-cancelled'))).toBe(1);
	await expect(signUp(as('amira'), { slug, viewingId, answer: 'yes', people: 1 })).rejects.toMatchObject({ code: 'cancelled' });
	await expect(cancelViewing(as('ines'), { id, viewingId, reason: 'Noch einmal.' })).rejects.toMatchObject({ code: 'viewing-over' });
	await expect(saveViewing(as('ines'), { id, input: input(soon(now, -1)) })).rejects.toMatchObject({ code: 'past' });
	expect((await findPublicProcedure(as(null), slug)).viewings).toMatchObject([
		{ state: 'cancelled', cancelReason: 'Der Saal ist gesperrt.' }
	]);
});

test('whoever comes is reminded once, the day before', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	const { now } = as('ines');
	const viewingId = await saveViewing(as('ines'), { id, input: input(soon(now), { capacity: 1 }) });
	await signUp(as('jonas'), { slug, viewingId, answer: 'yes', people: 1 });
	await signUp(as('amira'), { slug, viewingId, answer: 'yes', people: 1 });
	const reminded = () => db.$count(notices, eq(notices.kind, 'procedure-viewing-reminder'));
	await remindViewings({ ...as(null), now: soon(now, 5) });
	expect(await reminded()).toBe(0);
	for (let n = 0; n < 2; n++) await remindViewings({ ...as(null), now: soon(now, 6) });
	expect(await reminded()).toBe(1);
});
