import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { caseParties, cases, caseSubjects } from '#modules/cases/server/case-tables.ts';
import { listRecommendations } from '#modules/cases/server/list-recommendations.ts';
import { saveRecommendation } from '#modules/cases/server/save-recommendation.ts';
import { takeUpAdvice } from '#modules/cases/server/take-up-advice.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { events } from '#modules/people/server/tables.ts';
import { anOffer, aProgramme } from '#testing/advice.ts';
import { plantCase } from '#testing/cases.ts';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { askForAdvice } from './ask-for-advice.ts';
import { findCaseFunding } from './find-case-funding.ts';
import { listKeptOffers } from './list-kept-offers.ts';
import { saveOffer } from './save-offer.ts';
import { saveProgramme } from './save-programme.ts';

const town = organisationOf(angermuende);
const asking = (slug: string, month: string, text: string) => ({ slug, input: { month, text }, address: '192.0.2.7' });

/** What `reactions.server.ts` does with every question so far. */
async function react(ctx: Ctx): Promise<void> {
	const asked = await ctx.db.select().from(events).where(eq(events.kind, 'advice.asked'));
	for (const { data } of asked) if (data.message) await takeUpAdvice(ctx, { messageId: String(data.message), title: String(data.title) });
}

test('a question for advice becomes one case, however often it is told; the next one joins it, and with the switch off none begins', async ({
	db,
	as
}) => {
	await saveOffer(as('ines'), town, anOffer({ capacity: '9', opensCase: 'on' }));
	const [offer] = (await listKeptOffers(as('ines'), town)).offers;
	const slug = offer?.slug ?? '';
	await askForAdvice(as('amira'), asking(slug, '2026-11', 'Wir haben einen Gasthof.'));
	for (let n = 0; n < 3; n++) await react(as(null));
	expect(await db.select().from(cases)).toMatchObject([
		{ title: 'Beratung „Ortstermin“', origin: 'space_request', state: 'new', holder: 'organisation', organisationId: town }
	]);
	expect(await db.select().from(caseParties)).toMatchObject([{ personId: cast.amira.id, role: 'seeker', access: 'shared' }]);
	await askForAdvice(as('amira'), asking(slug, '2026-12', 'Und noch eine Scheune.'));
	await react(as(null));
	expect(await db.$count(cases)).toBe(1);
	expect(await db.$count(caseSubjects)).toBe(2);
	await askForAdvice(as('jonas'), asking(slug, '2026-12', 'Ein Kino.'));
	await react(as(null));
	expect(await db.$count(cases)).toBe(2);
	await saveOffer(as('ines'), town, anOffer({ offerId: offer?.id, capacity: '9' }));
	await askForAdvice(as('jonas'), asking(slug, '2027-01', 'Nur eine Frage.'));
	await react(as(null));
	expect([await db.$count(cases), await db.$count(caseSubjects)]).toEqual([2, 3]);
});

test('a case hears which programmes fit its house and why, and knows which are recommended; strangers hear nothing', async ({ db, as }) => {
	const { id: space } = await plantSpace(db, { heritage: 'single_monument', property: { heritage: 'single_monument', isMunicipal: true } });
	await saveProgramme(as('oskar'), aProgramme({ title: 'Denkmal', heritageOnly: 'on', districts: '12073' }));
	await saveProgramme(as('oskar'), aProgramme({ title: 'Sachsen', states: '14' }));
	const { id } = await plantCase({ db, as }, { space });
	const found = await findCaseFunding(as('ines'), id, 'municipality');
	expect(found.suggested.map(({ programme, reasons }) => [programme.title, reasons.length])).toEqual([['Denkmal', 3]]);
	expect([found.excluded.map(({ programme }) => programme.title), found.recommended]).toEqual([['Sachsen'], []]);
	const href = `/foerderung/${found.suggested[0]?.programme.slug}`;
	await saveRecommendation(as('ines'), { id, input: { kind: 'funding', text: 'Förderprogramm „Denkmal“.', href } });
	expect((await findCaseFunding(as('ines'), id, null)).recommended).toEqual([href]);
	expect((await listRecommendations(as('ines'), id)).items).toMatchObject([{ kind: 'funding', href }]);
	for (const who of ['amira', 'friedrich', 'oskar'] as const) {
		const refused = await findCaseFunding(as(who), id, null).catch((error: unknown) => error);
		expect((refused as Refusal).status, who).toBe(404);
	}
});
