import { sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { messages } from '#modules/cases/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { anExpert, anOffer, aProgramme } from '#testing/advice.ts';
import { angermuende, organisationOf } from '#testing/cast.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, now, test } from '#testing/world.ts';
import { askForAdvice } from './ask-for-advice.ts';
import { findHouseFunding } from './find-house-funding.ts';
import { findOffer } from './find-offer.ts';
import { findProgramme } from './find-programme.ts';
import { findKeptProgramme, listKeptProgrammes } from './list-kept-programmes.ts';
import { listKeptOffers } from './list-kept-offers.ts';
import { removeExpert } from './remove-expert.ts';
import { reviewProgramme } from './review-programme.ts';
import { saveExpert } from './save-expert.ts';
import { saveOffer } from './save-offer.ts';
import { saveProgramme } from './save-programme.ts';
import { viewAdvice } from './view-advice.ts';
import { viewProgrammes } from './view-programmes.ts';

const town = organisationOf(angermuende);
const day = 86_400_000;
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * day) });
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const look = (ctx: Ctx, query = '') => viewProgrammes(ctx, new URLSearchParams(query));
const titles = async (ctx: Ctx, query = '') => (await look(ctx, query)).items.map(({ programme }) => programme.title);
const asking = (slug: string, month: string, text = 'Wir haben einen Gasthof.') => ({ slug, input: { month, text }, address: '192.0.2.7' });

test('a programme is seen by all once it is shown, by the office before, and its note by nobody else', async ({ as }) => {
	const id = await saveProgramme(as('oskar'), aProgramme({ shown: '', note: 'nur am Telefon' }));
	const { slug, note } = await findKeptProgramme(as('oskar'), id);
	expect([slug, note]).toEqual(['dachpaket-mitte', 'nur am Telefon']);
	expect(await refusalOf(findProgramme(as('oskar'), slug))).toBe('404 not-found');
	expect(await refusalOf(listKeptProgrammes(as('ines')))).toBe('403 forbidden');
	await saveProgramme(as('oskar'), aProgramme({ programmeId: id, note: 'nur am Telefon' }));
	expect(JSON.stringify(await findProgramme(as(null), slug))).not.toContain('Telefon');
	expect(await titles(as(null))).toEqual(['Dachpaket Mitte']);
	await saveProgramme(as('oskar'), aProgramme());
	expect((await look(as(null))).items.map(({ programme }) => programme.slug)).toEqual(['dachpaket-mitte', 'dachpaket-mitte-2']);
});

test('what nobody could apply for is not shown, and a region must be one of the register', async ({ as }) => {
	expect(await refusalOf(saveProgramme(as('oskar'), aProgramme({ applicants: [] })))).toBe('422 not-whole');
	expect(await refusalOf(saveProgramme(as('oskar'), aProgramme({ districts: '99999' })))).toBe('422 no-district');
	expect(await refusalOf(saveProgramme(as('oskar'), aProgramme({ states: '99' })))).toBe('422 no-state');
});

test('after half a year a programme is due; one press says that it is still right, but not when its deadline is over', async ({ as }) => {
	const id = await saveProgramme(as('oskar'), aProgramme());
	const dated = await saveProgramme(as('oskar'), aProgramme({ title: 'Bühne', deadlineKind: 'dated', nextDeadline: '2026-12-01' }));
	const spring = later(as('oskar'), 180);
	expect((await listKeptProgrammes(as('oskar'))).due).toEqual([]);
	expect((await listKeptProgrammes(spring)).due).toHaveLength(2);
	await reviewProgramme(spring, id);
	expect((await listKeptProgrammes(spring)).current).toMatchObject([{ id, reviewedOn: '2027-05-21', reviewedBy: 'Oskar Behrens' }]);
	expect(await refusalOf(reviewProgramme(spring, dated))).toBe('409 deadline-passed');
	expect(await titles(later(as(null), 180))).toEqual(['Dachpaket Mitte', 'Bühne']);
});

test('changing a word is no look at the source', async ({ as }) => {
	const id = await saveProgramme(as('oskar'), aProgramme());
	const spring = later(as('renate'), 100);
	await saveProgramme(spring, aProgramme({ programmeId: id, summary: 'Geld für Dächer und Gauben.' }));
	expect(await findKeptProgramme(spring, id)).toMatchObject({ reviewedOn: '2026-11-22', reviewedBy: 'Oskar Behrens' });
	await saveProgramme(spring, aProgramme({ programmeId: id, reviewed: 'on' }));
	expect(await findKeptProgramme(spring, id)).toMatchObject({ reviewedOn: '2027-03-02', reviewedBy: 'Renate Vogel' });
});

test('the database itself keeps amounts, deadlines and consent straight', async ({ as, db }) => {
	const id = await saveProgramme(as('oskar'), aProgramme());
	for (const wrong of [`quota_pct = 101`, `min_euro = 2, max_euro = 1`, `deadline_kind = 'dated'`, `purposes = '{}'`])
		await expect(
			db.transaction((tx) => tx.execute(sql.raw(`update funding_programmes set ${wrong} where id = '${id}'`))),
			wrong
		).rejects.toThrow();
	await saveExpert(as('ines'), town, anExpert());
	await expect(db.transaction((tx) => tx.execute(sql`update advice_experts set consent = null`))).rejects.toThrow();
});

test('a house hears which programmes fit and why; strangers do not even see the house', async ({ as, db }) => {
	const { id, slug } = await plantSpace(db, { heritage: 'single_monument', property: { heritage: 'single_monument', isMunicipal: true } });
	await saveProgramme(as('oskar'), aProgramme({ title: 'Denkmal', heritageOnly: 'on', districts: '12073' }));
	await saveProgramme(as('oskar'), aProgramme({ title: 'Privat', ownership: 'private' }));
	await saveProgramme(as('oskar'), aProgramme({ title: 'Sachsen', states: '14' }));
	const { suggested, excluded } = await findHouseFunding(as('ines'), id, 'municipality');
	expect(suggested.map(({ programme, reasons }) => [programme.title, reasons.length])).toEqual([['Denkmal', 3]]);
	expect(excluded.map(({ programme }) => programme.title)).toEqual(['Privat', 'Sachsen']);
	for (const who of [null, 'amira', 'friedrich', 'oskar'] as const)
		expect(await refusalOf(findHouseFunding(as(who), id, null)), String(who)).toBe('404 not-found');
	const view = await look(as(null), `raum=${slug}`);
	expect(view.house?.slug).toBe(slug);
	expect(view.excluded.map(({ programme }) => programme.title)).toEqual(['Sachsen']);
	expect(await titles(as(null), 'land=14&denkmal=nein')).toEqual(['Sachsen', 'Privat']);
});

test('the last place of a month goes to one; the next hears when there is another', async ({ as, db }) => {
	await saveOffer(as('ines'), town, anOffer());
	const { offers } = await viewAdvice(as(null), new URLSearchParams());
	expect(offers).toMatchObject([{ title: 'Ortstermin', places: 'Im November 2026 noch ein Platz frei' }]);
	const slug = offers[0]?.slug ?? '';
	await askForAdvice(as('amira'), asking(slug, '2026-11'));
	expect(await db.select().from(messages)).toMatchObject([
		{ organisationId: town, topic: 'building', text: 'Beratung „Ortstermin“, gewünscht im November 2026.\n\nWir haben einen Gasthof.' }
	]);
	const full = await askForAdvice(as('jonas'), asking(slug, '2026-11')).catch((error: unknown) => error);
	expect(full).toMatchObject({ status: 409, code: 'full', message: expect.stringContaining('Dezember 2026') });
	expect(await refusalOf(askForAdvice(as('amira'), asking(slug, '2026-11', 'Noch einmal')))).toBe('409 asked-already');
	expect(await refusalOf(askForAdvice(as('jonas'), asking(slug, '2026-12')))).toBe('done');
	expect(await db.select().from(messages)).toHaveLength(2);
	expect((await findOffer(as('jonas'), slug)).asked).toEqual(['2026-12']);
	expect(await refusalOf(askForAdvice(as(null), asking(slug, '2027-01')))).toBe('401 sign-in');
});

test('a draft and an offer of an organisation that does not show itself are nowhere', async ({ as, db }) => {
	await saveOffer(as('ines'), town, anOffer({ shown: '' }));
	const { offers } = await listKeptOffers(as('ines'), town);
	expect(await refusalOf(findOffer(as('ines'), offers[0]?.slug ?? ''))).toBe('404 not-found');
	await saveOffer(as('ines'), town, anOffer({ offerId: offers[0]?.id }));
	expect((await viewAdvice(as(null), new URLSearchParams('thema=building&land=12'))).total).toBe(1);
	await db.execute(sql`update organisations set published_at = null where id = ${town}`);
	expect((await viewAdvice(as(null), new URLSearchParams())).total).toBe(0);
	expect(await refusalOf(askForAdvice(as('amira'), asking(offers[0]?.slug ?? '', '2026-11')))).toBe('404 not-found');
});

test('somebody who knows is named only with their consent, and gone when taken out', async ({ as }) => {
	const seen = async () => (await viewAdvice(as(null), new URLSearchParams('q=polnisch'))).experts;
	const id = await saveExpert(as('ines'), town, anExpert({ released: '', consent: '' }));
	expect(await seen()).toEqual([]);
	await saveExpert(as('ines'), town, anExpert({ expertId: id }));
	expect(JSON.stringify(await seen())).toContain('Eva Lehm');
	expect(JSON.stringify(await seen())).not.toContain('Mail vom');
	await removeExpert(as('ines'), town, id);
	expect(await seen()).toEqual([]);
	expect(await refusalOf(removeExpert(as('ines'), town, id))).toBe('404 not-found');
});

test('another organisation cannot change what is not its own', async ({ as }) => {
	const id = await saveOffer(as('ines'), town, anOffer());
	expect(await refusalOf(listKeptOffers(as('friedrich'), town))).toBe('404 not-found');
	const herzberg = organisationOf('12062224');
	expect(await refusalOf(saveOffer(as('friedrich'), herzberg, anOffer({ offerId: id })))).toBe('404 not-found');
});
