import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { media, properties } from '#modules/properties/server/tables.ts';
import { walkEntryForm } from '../forms.ts';
import { listWalkHouses } from './list-walk-houses.ts';
import { listWalkNotes } from './list-walk-notes.ts';
import { settleWalkNote } from './settle-walk-note.ts';
import { walkEntries } from './tables.ts';
import { takePaper } from './take-paper.ts';
import { takeWalkEntry } from './take-walk-entry.ts';

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-walk-')));
const sent = (values: Record<string, unknown>, uploads: { name: string; bytes: Uint8Array }[] = []) => ({
	...walkEntryForm.parse({ id: newId(), ags: angermuende, madeAt: '2026-11-20T09:00:00Z', ...values }),
	...{ store, uploads }
});

test('an entry is taken once however often the phone sends it, and a house is confirmed for the day it was seen', async ({ db, as }) => {
	const { id } = await plantSpace(db, { property: { lastConfirmedAt: new Date('2025-01-01') } });
	const entry = sent({ kind: 'holds', propertyId: id, version: '1' });
	const taken = { outcome: 'taken', propertyId: id, title: 'Gasthof am Marktplatz' };
	expect(await takeWalkEntry(as('ines'), entry)).toEqual(taken);
	expect(await takeWalkEntry(as('ines'), entry)).toEqual(taken);
	expect(await db.$count(walkEntries)).toBe(1);
	const [house] = await db.select().from(properties).where(eq(properties.id, id));
	expect(house?.lastConfirmedAt?.toISOString()).toBe('2026-11-20T09:00:00.000Z');
});

test('the same entry sent five times at once is taken once, and each time with the same answer', async ({ pool }) => {
	const ctx = { db: openDb(pool), actor: cast.ines, now: new Date('2026-11-22T10:00:00Z') };
	const street = `Kahnweg ${newId()}`;
	const entry = sent({ kind: 'new', propertyType: 'shop', street, houseNumber: '3', lat: '53,0539', lon: '13,9135', sizeClass: 'small' });
	try {
		const answers = await Promise.all([1, 2, 3, 4, 5].map(() => takeWalkEntry(ctx, entry)));
		expect(answers).toEqual(Array(5).fill({ outcome: 'taken', propertyId: expect.any(String), title: `Ladenlokal ${street} 3` }));
		expect(await ctx.db.$count(properties, eq(properties.street, street))).toBe(1);
	} finally {
		await ctx.db.delete(walkEntries).where(eq(walkEntries.id, entry.id));
		await ctx.db.delete(properties).where(eq(properties.street, street));
	}
});

test('a phone that was away for three weeks is asked back where the office was faster, and may insist', async ({ db, as }) => {
	const { id } = await plantSpace(db, {});
	await db.update(properties).set({ version: 4 }).where(eq(properties.id, id));
	const entry = sent({ kind: 'gone', propertyId: id, version: '1', madeAt: '2026-10-30T09:00:00Z' });
	expect(await takeWalkEntry(as('ines'), entry)).toMatchObject({ outcome: 'conflict', title: 'Gasthof am Marktplatz' });
	expect(await db.$count(walkEntries)).toBe(0);
	expect(await takeWalkEntry(as('ines'), { ...entry, anyway: true })).toMatchObject({ outcome: 'taken' });
	const [note] = await listWalkNotes(as('ines'), angermuende);
	expect(note).toMatchObject({ kind: 'gone', by: 'Ines Krüger', house: { id } });
	await settleWalkNote(as('ines'), { ags: angermuende, id: entry.id });
	expect(await listWalkNotes(as('ines'), angermuende)).toEqual([]);
});

test('a new house is recorded with its size as estimated; one that may be there is asked back first', async ({ db, as }) => {
	const place = {
		kind: 'new',
		propertyType: 'shop',
		street: 'Jägerstraße',
		houseNumber: '12',
		lat: '53,0139',
		lon: '13,9935',
		sizeClass: 'small'
	};
	const first = await takeWalkEntry(as('ines'), sent(place));
	expect(first).toMatchObject({ outcome: 'taken', title: 'Ladenlokal Jägerstraße 12' });
	const [house] = await db.select().from(properties).where(eq(properties.title, 'Ladenlokal Jägerstraße 12'));
	expect(house).toMatchObject({
		usableAreaM2: 80,
		areaBasis: 'estimated',
		locationSource: 'pin',
		lifecycleState: 'recorded',
		publicationState: 'internal'
	});
	expect(await takeWalkEntry(as('ines'), sent({ ...place, lat: '53,0140' }))).toMatchObject({
		outcome: 'duplicate',
		twins: [{ id: house?.id }]
	});
	expect(await takeWalkEntry(as('ines'), sent({ ...place, anyway: 'on' }))).toMatchObject({ outcome: 'taken' });
	expect((await listWalkHouses(as('ines'), angermuende)).houses).toHaveLength(2);
});

test('a picture that is none refuses the whole entry, so that nothing is half there', async ({ db, as }) => {
	const { id } = await plantSpace(db, {});
	const entry = sent({ kind: 'changed', propertyId: id, note: 'Dach ist neu' }, [
		{ name: 'rundgang.jpg', bytes: new TextEncoder().encode('kein Bild') }
	]);
	expect(await takeWalkEntry(as('ines'), entry)).toMatchObject({ outcome: 'refused' });
	expect([await db.$count(walkEntries), await db.$count(media)]).toEqual([0, 0]);
	expect(await takeWalkEntry(as('ines'), { ...entry, uploads: [] })).toMatchObject({ outcome: 'taken' });
});

test('a sheet of paper is entered at once; houses of elsewhere are passed over, and strangers walk nowhere', async ({ db, as }) => {
	const [one, two] = [await plantSpace(db, {}), await plantSpace(db, { title: 'Laden' })];
	const lines = [
		{ propertyId: one.id, kind: 'holds' as const },
		{ propertyId: two.id, kind: 'changed' as const, note: 'Schaufenster zu' },
		{ propertyId: newId(), kind: 'holds' as const }
	];
	expect(await takePaper(as('ines'), { ags: angermuende, lines })).toBe(2);
	expect((await listWalkNotes(as('ines'), angermuende)).map(({ note }) => note)).toEqual(['Schaufenster zu']);
	for (const stranger of [null, 'amira', 'oskar', 'friedrich'] as const)
		for (const attempt of [
			() => takePaper(as(stranger), { ags: angermuende, lines }),
			() => listWalkHouses(as(stranger), angermuende),
			() => listWalkNotes(as(stranger), angermuende),
			() => takeWalkEntry(as(stranger), sent({ kind: 'holds', propertyId: one.id }))
		])
			await expect(attempt()).rejects.toMatchObject({ status: 403 });
});
