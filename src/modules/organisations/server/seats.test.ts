import { eq } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { newId } from '#lib/server/id.ts';
import { angermuende, cast, organisationOf, wunsiedel } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { createApiKey } from '#modules/people/server/create-api-key.ts';
import { findApiKey } from '#modules/people/server/find-api-key.ts';
import { grants, events } from '#modules/people/server/tables.ts';
import { seated } from '../seat.ts';
import { endSeat } from './end-seat.ts';
import { ensureMunicipalityOrganisation } from './ensure-municipality-organisation.ts';
import { findHeldSeats } from './find-held-seats.ts';
import { findOrganisation } from './find-organisation.ts';
import { giveSeat } from './give-seat.ts';
import { listMunicipalStaff } from './list-municipal-staff.ts';
import { listSeatsOf } from './list-seats-of.ts';
import { seats } from './tables.ts';

const town = organisationOf(angermuende);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('the office seats somebody, the municipality is claimed by it, and the history knows for whom it acted', async ({ as, db }) => {
	const organisationId = await ensureMunicipalityOrganisation(as(null), wunsiedel);
	await giveSeat(as('oskar'), { organisationId, personId: cast.jonas.id, function: 'administration', rights: 'edit' });
	expect(await findHeldSeats(as(null), cast.jonas.id)).toEqual([{ organisationId, rights: 'edit', ags: wunsiedel }]);
	expect(await findOrganisation(as(null), 'wunsiedel')).toMatchObject({ claimedAt: now, publishedAt: now });
	expect(await listMunicipalStaff(as('oskar'))).toContain(cast.jonas.id);
	const [event] = await db.select().from(events).where(eq(events.subjectId, organisationId));
	expect(event).toMatchObject({ kind: 'seat.given', actorId: cast.oskar.id, data: { personId: cast.jonas.id, onBehalf: true } });
	const again = giveSeat(as('oskar'), { organisationId, personId: cast.jonas.id, function: 'administration', rights: 'read' });
	await expect(again).rejects.toMatchObject({ code: 'seat-already' });
});

test('a seat gives its rights from its first moment and takes them at its last, for keys too', async ({ as }) => {
	const key = await createApiKey(as('amira'), { label: 'Kataster', scopes: ['spaces:write'] });
	const wish = { organisationId: town, personId: cast.amira.id, function: 'project', rights: 'edit' } as const;
	await giveSeat(as('oskar'), { ...wish, startsAt: later(10), endsAt: later(20) });
	const grantsAt = async (moment: Date) => {
		const ctx = { ...as(null), now: moment };
		const actor = await findApiKey(ctx, key);
		return actor && seated(actor, await findHeldSeats(ctx, actor.id)).grants;
	};
	expect(await grantsAt(later(9))).toEqual([]);
	expect(await grantsAt(later(10))).toEqual([{ role: 'editor', ags: angermuende }]);
	expect(await grantsAt(later(20))).toEqual([]);
});

test('an ended seat is gone at once and stays in the list; the last manager cannot leave nobody behind', async ({ as }) => {
	const [own] = await listSeatsOf(as(null), [cast.ines.id]);
	const id = own?.id ?? '';
	await expect(endSeat(as('ines'), { id })).rejects.toMatchObject({ code: 'last-manager' });
	await expect(endSeat(as('friedrich'), { id })).rejects.toMatchObject({ status: 404 });
	await giveSeat(as('oskar'), { organisationId: town, personId: cast.amira.id, function: 'mayor', rights: 'manage' });
	await endSeat(as('ines'), { id, handoverNote: 'Schlüssel liegen in Zimmer 4', reason: 'neue Stelle' });
	expect(await findHeldSeats(as(null), cast.ines.id)).toEqual([]);
	expect((await listSeatsOf(as(null), [cast.ines.id])).map(({ endsAt }) => endsAt)).toEqual([now]);
	await expect(endSeat(as('oskar'), { id })).rejects.toMatchObject({ code: 'seat-ended' });
});

test('whoever may only read in an organisation ends nobody', async ({ as }) => {
	const [own] = await listSeatsOf(as(null), [cast.ines.id]);
	const reader = { ...cast.amira, seats: [{ organisationId: town, rights: 'read', ags: angermuende } as const] };
	await expect(endSeat(as(reader), { id: own?.id ?? '' })).rejects.toMatchObject({ status: 403 });
});

test('direct grants of earlier days become seats, once, and the first of a town manages', async ({ as, db }) => {
	const give = (personId: string, grantedAt: Date) =>
		db.insert(grants).values({ id: newId(), personId, role: 'editor', ags: wunsiedel, grantedAt, grantedBy: cast.oskar.id });
	await give(cast.jonas.id, later(-10));
	await give(cast.amira.id, later(-5));
	const file = readFileSync('migrations/0014_seats-instead-of-grants.sql', 'utf8').split('--> statement-breakpoint').slice(2);
	for (const statement of [...file, ...file]) await db.execute(statement);
	const held = async (who: 'jonas' | 'amira') => (await findHeldSeats(as(null), cast[who].id)).map(({ rights, ags }) => [rights, ags]);
	expect([await held('jonas'), await held('amira')]).toEqual([[['manage', wunsiedel]], [['edit', wunsiedel]]]);
	expect(await db.select().from(grants).where(eq(grants.role, 'editor'))).toEqual([]);
	expect((await db.select().from(seats).where(eq(seats.personId, cast.jonas.id)))[0]).toMatchObject({
		startsAt: later(-10),
		createdBy: cast.oskar.id
	});
});
