import { eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { letterPdf } from '#lib/server/pdf/draw.ts';
import { printedCode } from '#modules/organisations/claim.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { recordHouse } from '#testing/houses.ts';
import { expect, now, test } from '#testing/world.ts';
import { announcePublication } from './announce-publication.ts';
import { withdrawSpace } from './change-publication.ts';
import { decideObjection } from './decide-objection.ts';
import { endConsents } from './end-consents.ts';
import { findAnnouncementLetter } from './find-announcement-letter.ts';
import { findObjection } from './find-objection.ts';
import { findProperty } from './find-property.ts';
import { findWithdrawn } from './find-withdrawn.ts';
import { objectionCode } from './internal/objection-code.ts';
import { objectByLink } from './object-by-link.ts';
import { publishSpace } from './publish-space.ts';
import { recordConsent } from './record-consent.ts';
import { propertySteps, publicationAnnouncements, spaces } from './tables.ts';

const address = '192.0.2.7';
const day = 86_400_000;
const after = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * day) });
const told = {
	basis: 'building_land',
	reason: 'Brief vom 22. November',
	addressee: 'Hilde Erbin\r\nSeestraße 1\r\n17268 Templin',
	email: 'hilde@erben.example'
} as const;
const mailsTo = async (db: Db, email: string) =>
	(await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = ${email}`)).rows[0]?.n ?? 0;

type Stage = { as: (who: 'ines' | 'hanna' | null) => Ctx; db: Db };

/** A house that is not the town's, announced today; with the code of its letter and the link of its mail. */
async function announced({ as, db }: Stage) {
	const { id } = await recordHouse(as('ines'), { isMunicipal: '' });
	await announcePublication(as('ines'), { id, ...told });
	const [row] = await db.select().from(publicationAnnouncements);
	const code = await objectionCode(as(null), row!.id);
	const link = await signLink(as(null), { purpose: 'object-publication', data: { announcement: row!.id }, days: 730 });
	return { id, code, link, announcementId: row!.id };
}

test('the month of the announcement, day by day: not before it is over, and from then on', async ({ as, db }) => {
	const { id } = await announced({ as, db });
	expect(await mailsTo(db, told.email)).toBe(1);
	for (const days of [0, 1, 15, 29]) {
		const publish = publishSpace(after(as('ines'), days), { id, precision: 'district' });
		await expect(publish, `day ${days}`).rejects.toMatchObject({ code: 'waiting' });
	}
	await publishSpace(after(as('ines'), 30), { id, precision: 'district' });
	expect(await db.$count(spaces)).toBe(1);
	await publishSpace(after(as('ines'), 31), { id, precision: 'street' });
	expect(await db.select().from(spaces)).toMatchObject([{ precision: 'street' }]);
});

test('who takes a house back inside has to announce it again', async ({ as, db }) => {
	const { id } = await announced({ as, db });
	await publishSpace(after(as('ines'), 40), { id, precision: 'district' });
	await withdrawSpace(after(as('ines'), 41), { id });
	await expect(publishSpace(after(as('ines'), 42), { id, precision: 'district' })).rejects.toMatchObject({ code: 'consent-missing' });
});

test('an objection by the code of the letter, before the month is over, locks; the office decides with a reason and the objector hears it', async ({
	as,
	db
}) => {
	const { id, code, link } = await announced({ as, db });
	const key = { code: ` ${printedCode(code).toLowerCase()} `, address };
	expect(await findObjection(as(null), key)).toMatchObject({
		title: 'Gasthof am Marktplatz',
		municipality: 'Angermünde',
		state: 'announced'
	});
	expect((await findProperty(as('ines'), id)).publicationState).toBe('announced');
	await objectByLink(as(null), { key, input: { name: 'Hilde Erbin', text: 'Wir verkaufen gerade.' } });
	expect((await findProperty(as('ines'), id)).publicationState).toBe('locked');
	await objectByLink(after(as(null), 1), { key: { link }, input: { name: 'Noch einmal' } });
	const steps = await db.select().from(propertySteps).where(eq(propertySteps.to, 'locked'));
	expect(steps).toMatchObject([{ reason: 'Widerspruch von Hilde Erbin: Wir verkaufen gerade.', byPersonId: null }]);
	for (const days of [1, 60]) {
		await expect(publishSpace(after(as('ines'), days), { id, precision: 'district' })).rejects.toMatchObject({ code: 'change-unknown' });
		await expect(withdrawSpace(after(as('ines'), days), { id })).rejects.toMatchObject({ code: 'objection-open' });
	}
	await expect(decideObjection(as('ines'), { id, reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
	await decideObjection(after(as('ines'), 5), { id, reason: 'Der Verkauf läuft, wir warten ab.' });
	expect(await mailsTo(db, told.email)).toBe(2);
	expect(await findObjection(after(as(null), 6), { link })).toMatchObject({
		state: 'internal',
		decision: { reason: 'Der Verkauf läuft, wir warten ab.' }
	});
	await expect(decideObjection(as('ines'), { id, reason: 'noch einmal' })).rejects.toMatchObject({ code: 'not-locked' });
	await expect(publishSpace(after(as('ines'), 60), { id, precision: 'district' })).rejects.toMatchObject({ code: 'consent-missing' });
});

test('an objection after the publication, a year later: the page is gone at once, and its address says so', async ({ as, db }) => {
	const { id, link } = await announced({ as, db });
	await publishSpace(after(as('ines'), 40), { id, precision: 'district' });
	const [face] = await db.select().from(spaces);
	await objectByLink(after(as(null), 400), { key: { link }, input: { name: 'Hilde Erbin' } });
	expect(await db.$count(spaces)).toBe(0);
	expect(await findWithdrawn(as(null), face!.slug)).toMatchObject({ municipality: 'Angermünde' });
});

test('a link that is too old, changed, or made for something else opens nothing', async ({ as, db }) => {
	const { link, announcementId } = await announced({ as, db });
	await expect(findObjection(after(as(null), 731), { link })).rejects.toMatchObject({ status: 410, code: 'link-expired' });
	await expect(findObjection(as(null), { link: `${link}x` })).rejects.toMatchObject({ status: 410 });
	const other = await signLink(as(null), { purpose: 'read-message', data: { announcement: announcementId }, days: 9 });
	await expect(findObjection(as(null), { link: other })).rejects.toMatchObject({ status: 410 });
});

test('codes cannot be tried until one fits', async ({ as }) => {
	const guess = (code: string) => findObjection(as(null), { code, address });
	for (let i = 0; i < 60; i++) await expect(guess('ABCD-EFGH-JKMN')).rejects.toMatchObject({ code: 'code-unknown' });
	await expect(guess('ABCD-EFGH-JKMN')).rejects.toMatchObject({ status: 429 });
});

test('an owner with an account sees the lock and cannot lift it', async ({ as, db }) => {
	const { id } = await recordHouse(as('hanna'), { vacancyDegree: 'full' });
	await announcePublication(as('ines'), { id, ...told, email: undefined });
	const [row] = await db.select().from(publicationAnnouncements);
	const code = await objectionCode(as(null), row!.id);
	await objectByLink(as(null), { key: { code, address }, input: { name: 'Miterbe' } });
	await expect(decideObjection(as('hanna'), { id, reason: 'Doch' })).rejects.toMatchObject({ status: 403 });
	await expect(withdrawSpace(as('hanna'), { id })).rejects.toMatchObject({ code: 'objection-open' });
});

test('the letter carries the short address and the code that works; only the municipality prints it', async ({ as, db }) => {
	const { id, code, announcementId } = await announced({ as, db });
	const wanted = { id, announcementId, baseUrl: 'https://gestaltungsraum.example' };
	const letter = await findAnnouncementLetter(as('ines'), wanted);
	expect(JSON.stringify(letter)).toContain(printedCode(code));
	expect(JSON.stringify(letter)).toContain('gestaltungsraum.example/widerspruch');
	expect(letter.recipient).toEqual(['Hilde Erbin', 'Seestraße 1', '17268 Templin']);
	expect(letterPdf(letter).length).toBeGreaterThan(1000);
	await expect(findAnnouncementLetter(as('hanna'), wanted)).rejects.toMatchObject({ status: 404 });
	await expect(findAnnouncementLetter(as('ines'), { ...wanted, announcementId: id })).rejects.toMatchObject({ status: 404 });
});

test('a consent with a last day carries through that day and no further; own buildings stay', async ({ as, db }) => {
	const { id } = await recordHouse(as('ines'), { isMunicipal: '' });
	await recordHouse(as('ines'), { title: 'Altes Rathaus', houseNumber: '9', lat: '53,02' });
	const consent = { legalBasis: 'consent', givenBy: 'Hilde Erbin', scope: 'public_blurred', validUntil: '2026-12-31' } as const;
	await recordConsent(as('ines'), { id, ...consent });
	await publishSpace(as('ines'), { id, precision: 'district' });
	const at = (iso: string): Ctx => ({ ...as(null), now: new Date(iso) });
	expect(await endConsents(at('2026-12-31T22:59:00Z'))).toBe(0);
	expect(await endConsents(at('2026-12-31T23:05:00Z'))).toBe(1);
	expect(await endConsents(at('2027-01-01T23:05:00Z'))).toBe(0);
	expect(await db.$count(spaces)).toBe(0);
	await expect(publishSpace({ ...as('ines'), now: new Date('2027-01-02T10:00:00Z') }, { id, precision: 'district' })).rejects.toMatchObject(
		{
			code: 'consent-missing'
		}
	);
});
