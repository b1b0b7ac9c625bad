import { eq } from 'drizzle-orm';
import { events } from '#modules/people/server/tables.ts';
import { inputOf, recordHouse } from '#testing/houses.ts';
import { expect, test } from '#testing/world.ts';
import { changeLifecycle } from './change-lifecycle.ts';
import { announcePublication } from './announce-publication.ts';
import { recordObjection, withdrawSpace } from './change-publication.ts';
import { confirmProperties } from './confirm-properties.ts';
import { findProperty } from './find-property.ts';
import { findWithdrawn } from './find-withdrawn.ts';
import { publishSpace } from './publish-space.ts';
import { recordConsent, withdrawConsent } from './record-consent.ts';
import { publicationConsents, propertySteps, spaces } from './tables.ts';
import { updateProperty } from './update-property.ts';

const slug = 'gasthof-am-marktplatz-angermuende';

test('published, changed, withdrawn: each leaves a step, an event and the right public face', async ({ as, db }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await publishSpace(ctx, { id, precision: 'street' });
	expect(await db.select().from(spaces)).toMatchObject([{ slug, precision: 'street' }]);
	await publishSpace(ctx, { id, precision: 'exact' });
	expect(await db.select().from(spaces)).toMatchObject([{ slug, precision: 'exact', lat: 53.0152 }]);
	expect(await findWithdrawn(as(null), slug)).toBeNull();
	await withdrawSpace(ctx, { id });
	expect(await db.select().from(spaces)).toEqual([]);
	expect(await findWithdrawn(as(null), slug)).toMatchObject({ municipality: 'Angermünde', withdrawnAt: ctx.now });
	const steps = await db.select().from(propertySteps).where(eq(propertySteps.machine, 'publication')).orderBy(propertySteps.id);
	expect(steps.map((step) => `${step.from} ${step.to}`)).toEqual(['internal public_blurred', 'public_blurred public', 'public internal']);
	const all = await db.select({ kind: events.kind, data: events.data }).from(events).where(eq(events.subjectId, id)).orderBy(events.id);
	const told = all.filter(({ kind }) => kind.startsWith('space.'));
	expect(told.map((event) => event.kind)).toEqual(['space.recorded', 'space.published', 'space.changed', 'space.withdrawn']);
	expect(told.at(-1)?.data).toEqual({ spaceId: id });
});

test("another town's clerk, the office, a maker and a guest cannot publish what they cannot see", async ({ as, db }) => {
	const { id } = await recordHouse(as('ines'));
	for (const who of ['friedrich', 'oskar', 'amira', null] as const)
		await expect(publishSpace(as(who), { id, precision: 'district' })).rejects.toMatchObject({ status: 404 });
	expect(await db.select().from(spaces)).toEqual([]);
});

test("an owner's building: checked by the town, shown with her consent, gone when she takes it back", async ({ as, db }) => {
	const { id } = await recordHouse(as('hanna'), { vacancyDegree: 'full' });
	await recordConsent(as('hanna'), { id, legalBasis: 'self_reported', givenBy: 'Hanna Lindner', scope: 'public_blurred' });
	await expect(publishSpace(as('hanna'), { id, precision: 'district' })).rejects.toMatchObject({ code: 'not-recorded' });
	await expect(changeLifecycle(as('hanna'), { id, to: 'under_review' })).rejects.toMatchObject({ status: 403 });
	await changeLifecycle(as('ines'), { id, to: 'under_review' });
	await changeLifecycle(as('ines'), { id, to: 'recorded' });
	await expect(publishSpace(as('ines'), { id, precision: 'exact' })).rejects.toMatchObject({ code: 'consent-too-small' });
	await publishSpace(as('ines'), { id, precision: 'district' });
	expect(await db.$count(spaces)).toBe(1);
	const [consent] = await db.select().from(publicationConsents);
	await withdrawConsent(as('hanna'), { id, consentId: consent!.id });
	expect(await db.$count(spaces)).toBe(0);
	expect((await findProperty(as('hanna'), id)).publicationState).toBe('internal');
});

test('announced, objected, locked: not even the clerk gets past it', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx, { isMunicipal: '' });
	await announcePublication(ctx, { id, basis: 'building_land', reason: 'Brief vom 1. November' });
	await expect(publishSpace(ctx, { id, precision: 'district' })).rejects.toMatchObject({ code: 'waiting' });
	await recordObjection(ctx, { id, reason: 'Erbin widerspricht' });
	const later = { ...ctx, now: new Date('2027-11-22T10:00:00Z') };
	await expect(publishSpace(later, { id, precision: 'district' })).rejects.toMatchObject({ code: 'change-unknown' });
});

test('archiving takes the public face along; the way keeps its reason inside', async ({ as, db }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await changeLifecycle(ctx, { id, to: 'available' });
	await publishSpace(ctx, { id, precision: 'district' });
	await changeLifecycle(ctx, { id, to: 'blocked', reason: 'Erbstreit der Lindners' });
	const [face] = await db.select().from(spaces);
	expect(JSON.stringify(face)).not.toContain('Lindners');
	expect(face).toMatchObject({ lit: 0, way: [{ text: 'frei für neue Ideen' }, { text: 'hier veröffentlicht' }] });
	await changeLifecycle(ctx, { id, to: 'archived', reason: 'verkauft' });
	expect(await db.$count(spaces)).toBe(0);
});

test('a step taken twice at once is taken once', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await changeLifecycle(ctx, { id, to: 'available' });
	await expect(changeLifecycle(ctx, { id, to: 'available' })).rejects.toMatchObject({ code: 'move-unknown' });
});

test('editing what is published changes the face, never how exactly the place is shown', async ({ as, db }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await publishSpace(ctx, { id, precision: 'district' });
	await updateProperty(ctx, { id, version: 1, input: inputOf({ summary: 'Mit Linde.', publicPrecision: 'exact' }) });
	expect(await db.select().from(spaces)).toMatchObject([{ summary: 'Mit Linde.', precision: 'district' }]);
	await expect(updateProperty(ctx, { id, version: 2, input: inputOf({ summary: 'Am Markt 3.' }) })).rejects.toMatchObject({
		code: 'address-in-text'
	});
});

test('"stimmt noch" dates what is mine and passes over the rest', async ({ as }) => {
	const { id } = await recordHouse(as('ines'));
	const later = new Date('2027-03-01T10:00:00Z');
	expect(await confirmProperties({ ...as('friedrich'), now: later }, [id])).toBe(0);
	expect(await confirmProperties({ ...as('ines'), now: later }, [id])).toBe(1);
	expect(await findProperty(as('ines'), id)).toMatchObject({ lastConfirmedAt: later, confirmedBy: 'office' });
});
