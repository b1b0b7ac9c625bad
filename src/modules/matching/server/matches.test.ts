import { eq } from 'drizzle-orm';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { events } from '#modules/people/server/tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { Db } from '#lib/server/db.ts';
import { listInterest } from './list-interest.ts';
import { findContact } from './find-contact.ts';
import { reactToRequest } from './react-to-request.ts';
import { reactToSpace } from './react-to-space.ts';
import { stepMatch } from './step-match.ts';
import { matches } from './tables.ts';

async function plantPair(db: Db, property: { directContact?: boolean; ownerPersonId?: string } = {}) {
	const space = await plantSpace(db, { property, priceMonthly: 600, uses: ['cafe', 'workshop_makerspace'] });
	const request = await plantRequest(db);
	return { space, request, pair: { spaceId: space.id, requestId: request.id } };
}
const state = async (db: Db) => (await db.select().from(matches)).map((match) => match.state);

test('a new space finds its groups at once, and they hear of it once', async ({ db, as }) => {
	const { space, request } = await plantPair(db);
	await reactToSpace(as(null), space.id);
	await reactToSpace(as(null), space.id);
	expect(await db.select().from(matches)).toMatchObject([
		{ spaceId: space.id, requestId: request.id, state: 'suggested', algorithmVersion: 1 }
	]);
	const heard = await db.select().from(notices);
	expect(heard).toMatchObject([
		{ personId: cast.amira.id, kind: 'match', data: { href: `/konto/gesuche/${request.id}/passung?paar=${space.id}#${space.id}` } }
	]);
});

test('a new request finds its spaces, and the clerk hears of it', async ({ db, as }) => {
	const { space, request } = await plantPair(db);
	await reactToRequest(as(null), request.id);
	expect(await db.select().from(notices)).toMatchObject([
		{ personId: cast.ines.id, data: { href: `/buero/raeume/${space.id}/passung?paar=${request.id}#${request.id}` } }
	]);
});

test('a private request matches for its own people, and nobody else hears of it', async ({ db, as }) => {
	const { request } = await plantPair(db);
	await db.update(spaceRequests).set({ visibility: 'private' }).where(eq(spaceRequests.id, request.id));
	await reactToRequest(as(null), request.id);
	expect(await db.select().from(notices)).toEqual([]);
	expect(await state(db)).toEqual(['suggested']);
});

test('what changed is computed anew; what no longer fits goes', async ({ db, as }) => {
	const { space, request } = await plantPair(db);
	await reactToSpace(as(null), space.id);
	const before = (await db.select().from(matches))[0];
	await db.update(spaces).set({ priceMonthly: 1100 }).where(eq(spaces.id, space.id));
	await reactToSpace(as(null), space.id);
	expect((await db.select().from(matches))[0]?.score).toBeLessThan(before?.score ?? 0);
	await db
		.update(spaceRequests)
		.set({ offerModes: ['sale'] })
		.where(eq(spaceRequests.id, request.id));
	await reactToRequest(as(null), request.id);
	expect(await state(db)).toEqual([]);
});

test('what a person acted on is never deleted and keeps its score, whatever changes', async ({ db, as }) => {
	const { space, request, pair } = await plantPair(db);
	await stepMatch(as('amira'), { ...pair, step: 'interest' });
	const before = (await db.select().from(matches))[0];
	await db
		.update(spaces)
		.set({ offers: ['sale'] })
		.where(eq(spaces.id, space.id));
	await reactToSpace(as(null), space.id);
	await reactToRequest(as(null), request.id);
	expect(await db.select().from(matches)).toEqual([before]);
	await db.delete(spaces).where(eq(spaces.id, space.id));
	await reactToSpace(as(null), space.id);
	expect(await db.select().from(matches)).toMatchObject([
		{ state: 'failed', score: before?.score, closedReason: 'Der Raum wird nicht mehr gezeigt.' }
	]);
});

test('interest from both sides releases the contact of both, and not before', async ({ db, as }) => {
	const { pair } = await plantPair(db);
	expect(await stepMatch(as('amira'), { ...pair, step: 'interest' })).toBe('interested_by_seeker');
	expect(await findContact(as('amira'), pair)).toBeNull();
	expect(await findContact(as('ines'), pair)).toBeNull();
	expect(await stepMatch(as('ines'), { ...pair, step: 'interest' })).toBe('contact_released');
	expect(await findContact(as('ines'), pair)).toMatchObject({ unit: 'Werkhof', email: 'kontakt-amira@werkhof.example' });
	expect(await findContact(as('amira'), pair)).toMatchObject({ email: cast.ines.email });
	expect((await db.select().from(events).orderBy(events.id)).map((e) => e.kind).filter((kind) => kind.startsWith('match.'))).toEqual([
		'match.interested_by_seeker',
		'match.mutual',
		'match.contact_released'
	]);
	expect((await db.select().from(notices)).map((n) => n.kind).sort()).toEqual(['match-interest', 'match-released']);
});

test('where the owner takes calls directly, the interest of the group is enough', async ({ db, as }) => {
	const { pair } = await plantPair(db, { directContact: true });
	expect(await stepMatch(as('amira'), { ...pair, step: 'interest' })).toBe('contact_released');
});

test('the owner speaks for her own building', async ({ db, as }) => {
	const { pair } = await plantPair(db, { ownerPersonId: cast.hanna.id });
	expect(await stepMatch(as('hanna'), { ...pair, step: 'interest' })).toBe('interested_by_provider');
});

test('interest in a house waits for its clerk and its owner, and both hear of it', async ({ db, as }) => {
	const { pair } = await plantPair(db, { ownerPersonId: cast.hanna.id });
	expect(await listInterest(as('ines'))).toEqual({ total: 0, items: [] });
	await stepMatch(as('amira'), { ...pair, step: 'interest' });
	for (const who of ['ines', 'hanna'] as const) expect(await listInterest(as(who))).toMatchObject({ total: 1, items: [pair] });
	for (const who of ['friedrich', 'amira', null] as const) expect(await listInterest(as(who))).toEqual({ total: 0, items: [] });
	expect((await db.select().from(notices)).map(({ personId }) => personId).sort()).toEqual([cast.ines.id, cast.hanna.id].sort());
	await stepMatch(as('hanna'), { ...pair, step: 'interest' });
	expect(await listInterest(as('ines'))).toMatchObject({ total: 0 });
});

test('strangers see no pair, and nobody acts twice', async ({ db, as }) => {
	const { pair } = await plantPair(db);
	for (const who of ['jonas', 'friedrich', 'oskar', null] as const) {
		await expect(stepMatch(as(who), { ...pair, step: 'interest' })).rejects.toMatchObject({ status: 404 });
		await expect(findContact(as(who), pair)).rejects.toMatchObject({ status: 404 });
	}
	await stepMatch(as('amira'), { ...pair, step: 'interest' });
	await expect(stepMatch(as('amira'), { ...pair, step: 'interest' })).rejects.toMatchObject({ status: 409, code: 'match-step' });
});

test('turning a pair down needs a reason, which is kept; it can be taken up again', async ({ db, as }) => {
	const { pair } = await plantPair(db);
	await expect(stepMatch(as('ines'), { ...pair, step: 'dismiss' })).rejects.toMatchObject({ status: 422, field: 'reason' });
	await stepMatch(as('ines'), { ...pair, step: 'dismiss', reason: 'schon vergeben' });
	expect(await db.select().from(matches)).toMatchObject([{ state: 'dismissed', closedReason: 'schon vergeben' }]);
	await stepMatch(as('ines'), { ...pair, step: 'suggestAgain' });
	expect(await state(db)).toEqual(['suggested']);
});

test('the group says which space it found, and the pair has succeeded', async ({ db, as }) => {
	const { pair, request, space } = await plantPair(db);
	await stepMatch(as('amira'), { ...pair, step: 'interest' });
	await stepMatch(as('ines'), { ...pair, step: 'interest' });
	await db.update(spaceRequests).set({ requestState: 'fulfilled' }).where(eq(spaceRequests.id, request.id));
	await reactToRequest(as(null), request.id, { fulfilledBy: space.id });
	expect(await state(db)).toEqual(['succeeded']);
	expect(space.ags).toBe(angermuende);
});
