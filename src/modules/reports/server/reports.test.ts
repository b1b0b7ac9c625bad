import { eq, sql } from 'drizzle-orm';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import { organisations, seats } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { media, properties, propertySteps, spaces } from '#modules/properties/server/tables.ts';
import { angermuende, cast, herzberg } from '#testing/cast.ts';
import { recordHouse } from '#testing/houses.ts';
import { expect, now, test } from '#testing/world.ts';
import { acceptForm, reportForm, type ReportInput } from '../forms.ts';
import { acceptReport } from './accept-report.ts';
import { addToReport } from './add-to-report.ts';
import { askReporter } from './ask-reporter.ts';
import { declineReport, markSpam } from './decline-report.ts';
import { findDraftReport } from './find-draft-report.ts';
import { findOwnReport } from './find-own-report.ts';
import { findReport } from './find-report.ts';
import { findReportPhoto } from './find-report-photo.ts';
import { handOverReport } from './hand-over-report.ts';
import { joinReport } from './join-report.ts';
import { countReports, listReports } from './list-reports.ts';
import { startReport } from './start-report.ts';
import { submitReport } from './submit-report.ts';
import { sweepReportFiles } from './sweep-report-files.ts';
import { reportHistory, reports } from './tables.ts';
import { releaseReport, takeReport } from './take-report.ts';
import { forgetReporterMail, withdrawReport } from './withdraw-report.ts';

const address = '192.0.2.7';
const day = 86_400_000;
const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-reports-')));
const after = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * day) });
const input = (typed: Record<string, unknown> = {}): ReportInput =>
	reportForm.parse({ lat: '53,0152', lon: '13,9991', propertyType: 'inn', signs: 'windows', text: 'Seit Jahren zu.', ...typed });
const mailsTo = async (db: Db, email: string) =>
	(await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = ${email}`)).rows[0]?.n ?? 0;
const accepted = (typed: Record<string, unknown> = {}) =>
	acceptForm.parse({ checked: ['place', 'vacant', 'people', 'twin'], title: 'Gasthof in Angermünde', propertyType: 'inn', ...typed });

/** A phone's photo, with the camera's name and place in it. */
const photo = async () => ({
	name: 'foto.jpg',
	bytes: new Uint8Array(
		await sharp({ create: { width: 900, height: 600, channels: 3, background: '#786' } })
			.withExif({
				IFD0: { Make: 'Spionagekamera' },
				IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 0/1 5472/100', GPSLongitudeRef: 'E', GPSLongitude: '13/1 59/1 5676/100' }
			})
			.jpeg()
			.toBuffer()
	)
});

async function sent({ as }: { as: (who: null) => Ctx }, typed: Record<string, unknown> = {}) {
	const ctx = as(null);
	const token = (await submitReport(ctx, { input: input(typed), address })) ?? '';
	const [row] = await ctx.db
		.select()
		.from(reports)
		.orderBy(sql`sent_at desc nulls last, id desc`)
		.limit(1);
	return { token, id: row?.id ?? '' };
}

test('a photo and its place: drawn afresh without the camera, the place offered, taken only when said, and then forgotten', async ({
	as,
	db
}) => {
	const token = await startReport(as(null), { photo: await photo(), store, address });
	expect(await findDraftReport(as(null), token)).toMatchObject({ hasPhoto: true, place: { town: 'Angermünde' } });
	const [draft] = await db.select().from(reports);
	expect((await listReports(as('ines'))).items).toEqual([]);
	const kept = await store.get(draft!.photo!.key);
	expect(Buffer.from(kept!).includes('Spionagekamera')).toBe(false);
	expect((await sharp(kept!).metadata()).exif).toBeUndefined();
	await submitReport(as(null), { input: input({ draft: token, lat: '', lon: '', usePhoto: 'on' }), address });
	const [row] = await db.select().from(reports);
	expect(row).toMatchObject({ state: 'received', ags: angermuende, locationSource: 'photo', photoLat: null, photoLon: null });
	expect(row?.lat).toBeCloseTo(53.0152, 3);
	expect(await findReportPhoto(as(null), { token })).toContain(row?.photo?.key);
	expect(await findDraftReport(as(null), token)).toBeNull();
});

test('without the word the place of the photo is not used', async ({ as, db }) => {
	const token = await startReport(as(null), { photo: await photo(), store, address });
	const typed = { draft: token, lat: '', lon: '', postalCode: '04916', city: 'Herzberg' };
	await submitReport(as(null), { input: input(typed), address });
	const [row] = await db.select().from(reports);
	expect(row).toMatchObject({ ags: herzberg, photoLat: null });
	expect(row?.locationSource).not.toBe('photo');
});

test('the same form twice is one report, and a machine is thanked and forgotten', async ({ as, db }) => {
	const draft = 'a'.repeat(43);
	expect(await submitReport(as(null), { input: input({ draft }), address })).toBe(draft);
	expect(await submitReport(as(null), { input: input({ draft }), address })).toBe(draft);
	expect(await submitReport(as(null), { input: input({ website: 'x' }), address })).toBeNull();
	expect(await db.$count(reports)).toBe(1);
});

test('a place outside of Germany, or none, is said in words', async ({ as }) => {
	const place = (typed: Record<string, unknown>) => submitReport(as(null), { input: input(typed), address });
	await expect(place({ lat: '48,85', lon: '2,35' })).rejects.toMatchObject({ code: 'outside', field: 'lat' });
	await expect(place({ lat: '', lon: '' })).rejects.toMatchObject({ code: 'place-missing', field: 'city' });
});

test('ten thousand reports from one address are twenty, and a mailbox gets five', async ({ as, db }) => {
	for (let i = 0; i < 20; i++) await sent({ as });
	for (let i = 0; i < 5; i++) await expect(sent({ as })).rejects.toMatchObject({ status: 429 });
	expect(await db.$count(reports)).toBe(20);
	const mailed = { email: 'jemand@post.example' };
	for (let i = 0; i < 5; i++) await submitReport(as(null), { input: input(mailed), address: `198.51.${i}.7` });
	await expect(submitReport(as(null), { input: input(mailed), address: '203.0.113.1' })).rejects.toMatchObject({ status: 429 });
	expect(await mailsTo(db, cast.ines.email)).toBe(1);
});

test('a report reaches its municipality by the border and nobody else; nothing of it is public', async ({ as, db }) => {
	const { id, token } = await sent({ as }, { email: 'melder@post.example' });
	expect((await listReports(as('ines'))).items).toMatchObject([{ id, state: 'received' }]);
	expect(await countReports(as('ines'))).toEqual({ open: 1 });
	for (const who of ['friedrich', 'oskar', 'hanna', 'amira'] as const) {
		await expect(findReport(as(who), id), who).rejects.toMatchObject({ status: 404 });
		expect((await listReports(as(who))).items, who).toEqual([]);
	}
	expect(await db.$count(spaces)).toBe(0);
	expect(JSON.stringify(await findReport(as('ines'), id))).not.toContain('melder@post.example');
	await expect(findOwnReport(as(null), { token: `${token.slice(1)}x` })).rejects.toMatchObject({ status: 404 });
	expect(await mailsTo(db, 'melder@post.example')).toBe(1);
});

test('where the municipality cannot be reached the office gets it; where its county acts, the county does', async ({ as, db }) => {
	const wunsiedel = { lat: '', lon: '', postalCode: '95632', city: 'Wunsiedel' };
	const first = await sent({ as }, wunsiedel);
	expect((await findReport(as('oskar'), first.id)).report).toMatchObject({ step: 'office' });
	await expect(acceptReport(as('oskar'), { id: first.id, input: accepted(), store })).rejects.toMatchObject({ status: 403 });
	const countyId = newId();
	const stamp = { createdAt: now, updatedAt: now };
	await db
		.insert(organisations)
		.values({ id: countyId, slug: 'kreis-x', kind: 'county', name: 'Landkreis Wunsiedel', districtCode: '09479', ...stamp });
	const seat = { id: newId(), organisationId: countyId, personId: cast.jonas.id, function: 'administration', rights: 'edit' } as const;
	await db.insert(seats).values({ ...seat, startsAt: new Date(now.getTime() - day), createdAt: now });
	const second = await sent({ as }, wunsiedel);
	const jonas = as({ ...cast.jonas, seats: [{ organisationId: countyId, rights: 'edit', ags: null }] });
	expect((await findReport(jonas, second.id)).report).toMatchObject({ step: 'county', countyId });
	expect((await listReports(jonas)).items.map(({ id }) => id)).toEqual([second.id]);
	await takeReport(jonas, second.id);
	await expect(takeReport(as('oskar'), second.id)).rejects.toMatchObject({
		code: 'taken-elsewhere',
		message: 'Diese Meldung prüft seit 22.11.2026 Jonas Weber, Landkreis Wunsiedel. Bitte sprechen Sie sich dort ab.'
	});
	await expect(markSpam(as('oskar'), second.id)).rejects.toMatchObject({ code: 'taken-elsewhere' });
	await releaseReport(jonas, second.id);
	await takeReport(as('oskar'), second.id);
});

test('accepted: an entry in review with the photo, from a citizen, seen by nobody outside; the checklist comes first', async ({
	as,
	db
}) => {
	const token = await startReport(as(null), { photo: await photo(), store, address });
	await submitReport(as(null), { input: input({ draft: token, email: 'melder@post.example' }), address });
	const [{ id } = { id: '' }] = await db.select().from(reports);
	await expect(acceptReport(as('ines'), { id, input: accepted(), store })).rejects.toMatchObject({ code: 'report-accept' });
	await takeReport(as('ines'), id);
	await expect(acceptReport(as('ines'), { id, input: accepted({ checked: ['place'] }), store })).rejects.toMatchObject({
		field: 'checked'
	});
	const propertyId = await acceptReport(as('ines'), { id, input: accepted({ street: 'Markt', houseNumber: '3' }), store });
	const [house] = await db.select().from(properties);
	expect(house).toMatchObject({
		id: propertyId,
		source: 'citizen',
		lifecycleState: 'under_review',
		publicationState: 'internal',
		lat: 53.0152
	});
	expect(await db.select().from(propertySteps)).toMatchObject([{ to: 'under_review', reason: 'Aus der Meldung vom 22.11.2026' }]);
	const [file] = await db.select().from(media);
	expect(file).toMatchObject({ propertyId, visibility: 'office' });
	expect(await store.get(file!.key)).not.toBeNull();
	expect(await findOwnReport(as(null), { token })).toMatchObject({ state: 'accepted', isOpen: false });
	expect(JSON.stringify(await findOwnReport(as(null), { token }))).not.toContain(house!.reference);
	expect(await mailsTo(db, 'melder@post.example')).toBe(2);
	await expect(acceptReport(as('ines'), { id, input: accepted(), store })).rejects.toMatchObject({ code: 'report-accept' });
	expect(await db.$count(properties)).toBe(1);
});

test('the same house: found within thirty metres, joined, and told without a word about the register', async ({ as, db }) => {
	const house = await recordHouse(as('ines'), { locationSource: 'pin' });
	const { id, token } = await sent({ as }, { lat: '53,01535' });
	const found = await findReport(as('ines'), id);
	expect(found.nearby).toMatchObject([{ reference: house.reference }]);
	await takeReport(as('ines'), id);
	const join = (typed: { property?: string; reference?: string }) => joinReport(as('ines'), { id, input: typed, store });
	await expect(join({ reference: 'GIBTS-NICHT' })).rejects.toMatchObject({ field: 'reference' });
	expect(await join({ reference: house.reference.toLowerCase() })).toBe(house.id);
	const own = JSON.stringify(await findOwnReport(as(null), { token }));
	for (const secret of [house.reference, 'Gasthof am Marktplatz', house.id]) expect(own).not.toContain(secret);
	expect(await db.$count(properties)).toBe(1);
});

test('a second report of one spot is told that somebody was here, and nothing of the register', async ({ as }) => {
	await recordHouse(as('ines'));
	const first = await sent({ as });
	expect(await findOwnReport(as(null), { token: first.token })).toMatchObject({ isKnownSpot: false });
	const second = await sent({ as: (who) => after(as(who), 1) }, { lat: '53,01530' });
	expect(await findOwnReport(as(null), { token: second.token })).toMatchObject({ isKnownSpot: true });
	expect((await findReport(as('ines'), second.id)).twins).toMatchObject([{ id: first.id }]);
});

test('asked back and answered, declined with a reason that is read; what the office says among itself is not', async ({ as, db }) => {
	const { id, token } = await sent({ as }, { email: 'melder@post.example' });
	await takeReport(as('ines'), id);
	await expect(askReporter(as('ines'), { id, reason: '' })).rejects.toMatchObject({ field: 'reason' });
	await askReporter(as('ines'), { id, reason: 'Ist es das Haus mit dem Erker?' });
	const link = await signLink(as(null), { purpose: 'follow-report', data: { report: id }, days: 30 });
	expect(await findOwnReport(as(null), { link })).toMatchObject({ state: 'asked' });
	await addToReport(as(null), { key: { link }, reason: 'Ja, das mit dem Erker.' });
	await declineReport(as('ines'), { id, reason: 'Dort wird gerade umgebaut.' });
	const own = await findOwnReport(as(null), { token });
	expect(own.steps.map(({ words }) => words).filter(Boolean)).toEqual([
		'Ist es das Haus mit dem Erker?',
		'Ja, das mit dem Erker.',
		'Dort wird gerade umgebaut.'
	]);
	expect(JSON.stringify(own)).not.toContain('Ines');
	expect(await mailsTo(db, 'melder@post.example')).toBe(3);
	await expect(addToReport(as(null), { key: { token }, reason: 'Doch!' })).rejects.toMatchObject({ code: 'report-add' });
});

test('handed over it waits in the other town, the first sees it no more; there is no way to hand it where it is', async ({ as, db }) => {
	const { id, token } = await sent({ as });
	await takeReport(as('ines'), id);
	await expect(handOverReport(as('ines'), { id, to: 'Angermünde', reason: 'x' })).rejects.toMatchObject({ code: 'same-place' });
	await expect(handOverReport(as('ines'), { id, to: '04916', reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
	await handOverReport(as('ines'), { id, to: '04916', reason: 'Liegt hinter der Grenze (intern: Akte 7)' });
	await expect(findReport(as('ines'), id)).rejects.toMatchObject({ status: 404 });
	expect((await findReport(as('friedrich'), id)).report).toMatchObject({ ags: herzberg, state: 'received', takenBySide: null });
	expect(await findOwnReport(as(null), { token })).toMatchObject({ town: expect.stringContaining('Herzberg') });
	expect(JSON.stringify(await findOwnReport(as(null), { token }))).not.toContain('Akte 7');
	expect(await mailsTo(db, cast.friedrich.email)).toBeGreaterThan(0);
});

test('taken back: words, photo, place and address are gone at once, and the photo from the store', async ({ as, db }) => {
	const token = await startReport(as(null), { photo: await photo(), store, address });
	await submitReport(as(null), { input: input({ draft: token, email: 'melder@post.example' }), address });
	await addToReport(as(null), { key: { token }, reason: 'Die Tür steht offen.' });
	const [before] = await db.select().from(reports);
	await forgetReporterMail(as(null), { token });
	expect((await db.select().from(reports))[0]?.reporterEmail).toBeNull();
	await withdrawReport(as(null), { key: { token }, store });
	const [row] = await db.select().from(reports);
	expect(row).toMatchObject({ state: 'withdrawn', text: null, photo: null, lat: null, reporterEmail: null });
	expect((await db.select().from(reportHistory)).filter(({ reason }) => reason !== null)).toEqual([]);
	expect(await store.get(before!.photo!.key)).toBeNull();
	await expect(withdrawReport(as(null), { key: { token }, store })).rejects.toMatchObject({ code: 'report-withdraw' });
	await expect(takeReport(as('ines'), row!.id)).rejects.toMatchObject({ code: 'report-take' });
});

test('the night forgets drafts after a day, abuse after a month and what is closed after a year; open ones stay', async ({ as, db }) => {
	const begun = await startReport(as(null), { photo: await photo(), store, address });
	const spam = await sent({ as });
	await markSpam(as('ines'), spam.id);
	const declined = await sent({ as });
	await takeReport(as('ines'), declined.id);
	await declineReport(as('ines'), { id: declined.id, reason: 'Kein Leerstand.' });
	const open = await sent({ as });
	const left = async (days: number) => {
		await keepRetention(after(as(null), days));
		return (await db.select({ id: reports.id }).from(reports)).length;
	};
	expect(await left(0.9)).toBe(4);
	expect(await left(1.1)).toBe(3);
	expect(await left(31)).toBe(2);
	expect(await left(366)).toBe(1);
	expect((await db.select().from(reports).where(eq(reports.id, open.id)))[0]?.state).toBe('received');
	expect(await findDraftReport(as(null), begun)).toBeNull();
	const link = await signLink(after(as(null), 366), { purpose: 'follow-report', data: { report: declined.id }, days: 30 });
	await expect(findOwnReport(after(as(null), 366), { link })).rejects.toMatchObject({ status: 410 });
	expect(await sweepReportFiles({ ...as(null), now: new Date(Date.now() + 3 * day) }, { store })).toBeGreaterThan(0);
});
