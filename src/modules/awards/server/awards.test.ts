import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import { candidates, conflictDeclarations, reviews, reviewScores } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Stage } from '#testing/access/access.ts';
import { applicants, plantLocked, plantScored, putInto } from '#testing/published.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { decideInput, keptFiles, pdf } from '#testing/award.ts';
import { expect, now, test } from '#testing/world.ts';
import { drawn, seedOf } from '../lot.ts';
import { cancelWithoutAward } from './cancel-without-award.ts';
import { whyNotGrant } from './check-grant.ts';
import { decideAward } from './decide-award.ts';
import { announceLot, drawLot } from './draw-lot.ts';
import { findAward } from './find-award.ts';
import { findEvaluation, type FoundEvaluation } from './find-evaluation.ts';
import { findFile } from './find-file.ts';
import { findOwnResult } from './find-own-result.ts';
import { findPublicResult } from './find-public-result.ts';
import { listObjections } from './list-objections.ts';
import { raiseObjection } from './raise-objection.ts';
import { recommendAward } from './recommend-award.ts';
import { answerObjection, withdrawObjection } from './settle-objection.ts';
import { awardDecisions, awardLetters, awardPlaces, awards } from './tables.ts';
import { tellObjection, tellResult } from './tell-result.ts';

type Planted = Awaited<ReturnType<typeof plantLocked>>;
const words = { recommendation: 'Der Werkhof trägt am weitesten.', dissent: '', reasons: new Map<string, string>() };
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * 86_400_000) });

async function recommended(stage: Stage, over: Parameters<typeof plantLocked>[1] = {}): Promise<Planted> {
	const planted = await plantLocked(stage, over);
	await recommendAward(stage.as('ines'), { id: planted.id, input: words });
	return planted;
}
const decide = (ctx: Ctx, { id, conceptOf }: Planted, over: Partial<ReturnType<typeof decideInput>> = {}) =>
	decideAward(ctx, {
		id,
		store: keptFiles().store,
		upload: pdf,
		input: decideInput({ awarded: conceptOf.amira, reserves: [conceptOf.jonas ?? ''], ...over })
	});
async function decided(stage: Stage, over: Parameters<typeof plantLocked>[1] = {}): Promise<Planted> {
	const planted = await recommended(stage, over);
	await decide(stage.as('ines'), planted);
	return planted;
}
/** Gives two of the three the same points everywhere. */
async function makeEqual({ db }: Stage, { conceptOf }: Planted, who: CastName, as: CastName): Promise<void> {
	const of = async (name: CastName) =>
		db
			.select()
			.from(reviews)
			.where(eq(reviews.conceptId, conceptOf[name] ?? ''));
	const models = new Map((await of(as)).map((row) => [row.memberId, row.id]));
	for (const review of await of(who)) {
		const scores = await db
			.select()
			.from(reviewScores)
			.where(eq(reviewScores.reviewId, models.get(review.memberId) ?? ''));
		for (const { leafId, points } of scores)
			await db
				.update(reviewScores)
				.set({ points })
				.where(and(eq(reviewScores.reviewId, review.id), eq(reviewScores.leafId, leafId)));
	}
}
const declare = ({ db }: Stage, { id, memberOf, conceptOf }: Planted, who: CastName, kind: 'family' | 'none', at = now) =>
	db.insert(conflictDeclarations).values({
		...{
			id: newId(),
			procedureId: id,
			conceptId: conceptOf.amira ?? '',
			memberId: memberOf[cast[who].name] ?? '',
			step: 'scoring',
			kind,
			at
		}
	});
const seen = async (ctx: Ctx, id: string) => (await findEvaluation(ctx, id)) as FoundEvaluation;

test('the ranking is the mean of the votes, and nobody sees it before the points are locked', async ({ as, db }) => {
	const { id } = await plantScored({ as, db });
	expect(await findEvaluation(as('ines'), id)).toEqual({ isClosed: true, isEarly: true, isConflicted: false });
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-locked' });
	await db.update(reviews).set({ state: 'locked' }).where(eq(reviews.procedureId, id));
	const found = await seen(as('mara'), id);
	expect(found.ranking.map(({ name, rank }) => `${rank} ${name}`)).toEqual([
		'1 Nr. 1, Konzept von Amira Haddad',
		'2 Nr. 2, Konzept von Jonas Weber',
		'3 Nr. 3, Konzept von Hanna Lindner'
	]);
	expect(found.ranking[0]?.points).toBe(10_000);
});

test('recommended: the order is fixed with points, parts and a reason for everybody, and the record says that it was', async ({
	as,
	db
}) => {
	const { id, conceptOf } = await plantLocked({ as, db });
	await recommendAward(as('ines'), { id, input: { ...words, reasons: new Map([[conceptOf.hanna ?? '', 'Uns fehlt der Betrieb.']]) } });
	const places = await db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, id));
	const of = (who: CastName) => places.find(({ conceptId }) => conceptId === conceptOf[who]);
	expect(of('hanna')).toMatchObject({ rank: 3, outcome: 'not_awarded', reason: 'Uns fehlt der Betrieb.' });
	expect(of('amira')?.reason).toMatch(/^Am meisten überzeugt hat die Jury: .+ von .+ und .+\.$/);
	expect(Object.values(of('jonas')?.parts ?? {}).length).toBeGreaterThan(3);
	const [entry] = await db
		.select()
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, id), eq(recordEntries.kind, 'procedure.recommend')));
	expect(Object.keys(entry?.commitments ?? {}).sort()).toEqual(['dissent', 'places', 'recommendation']);
	expect(JSON.stringify(entry?.facts)).not.toMatch(/Werkhof|Amira/);
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-from-here' });
});

test('only whoever leads recommends, unless a conflict stands against it', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage);
	for (const who of ['mara', 'friedrich', 'renate', 'amira'] as const)
		await expect(recommendAward(as(who), { id: planted.id, input: words }), who).rejects.toMatchObject({ status: 404 });
	await declare(stage, planted, 'ines', 'family');
	expect(await findEvaluation(as('ines'), planted.id)).toEqual({ isClosed: true, isEarly: false, isConflicted: true });
	await expect(recommendAward(as('ines'), { id: planted.id, input: words })).rejects.toMatchObject({ status: 404 });
	await declare(stage, planted, 'ines', 'none', new Date(now.getTime() + 1));
	await recommendAward(as('ines'), { id: planted.id, input: words });
});

test('a concept without votes is no concept with no points: nothing is recommended', async ({ as, db }) => {
	const { id, conceptOf } = await plantLocked({ as, db });
	await db.delete(reviewScores).where(
		eq(
			reviewScores.reviewId,
			(
				await db
					.select()
					.from(reviews)
					.where(eq(reviews.conceptId, conceptOf.jonas ?? ''))
			)[0]?.id ?? ''
		)
	);
	const rest = await seen(as('ines'), id);
	expect(rest.missing).toEqual([]);
	await db.delete(reviews).where(eq(reviews.conceptId, conceptOf.jonas ?? ''));
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({
		code: 'not-whole',
		message: 'Ohne eine Stimme zu jedem Kriterium: Nr. 2, Konzept von Jonas Weber.'
	});
});

test('decided: everybody has a letter in the same moment, with their own points and nothing of the others', async ({ as, db }) => {
	const { id, conceptOf } = await decided({ as, db });
	const letters = await db.select().from(awardLetters).where(eq(awardLetters.procedureId, id));
	expect(new Set(letters.map(({ sentAt }) => sentAt.getTime()))).toEqual(new Set([now.getTime()]));
	expect(letters.map(({ conceptId }) => conceptId).sort()).toEqual(Object.values(conceptOf).sort());
	const jonas = await findOwnResult(as('jonas'), conceptOf.jonas ?? '');
	const said = JSON.stringify(jonas.letter);
	expect(jonas.outcome).toBe('reserve');
	expect(said).toContain('Platz 2 von 3');
	expect(said).toContain('Den Zuschlag bekommt: Gruppe Amira Haddad.');
	expect(said).toContain('Bis zum 07.12.2026 könnt Ihr einen Einwand erheben');
	expect(said).not.toMatch(/Hanna|Konzept von Amira|100,00 von 100 Punkten/);
	expect(await sha256(canonical(jonas.letter))).toBe(jonas.hash);
	for (const who of ['ines', 'mara', 'amira', 'renate'] as const)
		await expect(findOwnResult(as(who), conceptOf.jonas ?? ''), who).rejects.toMatchObject({ status: 404 });
	const [sent] = await db
		.select()
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, id), eq(recordEntries.kind, 'letters.sent')));
	expect(sent?.facts).toEqual({ decision: 1, letters: 3 });
});

test('every group hears by notice, once, and the mail says nothing of what is in the letter', async ({ as, db }) => {
	const { id } = await decided({ as, db });
	const event = { id: newId(), kind: 'award.told', subjectId: id, actorId: null, data: { decision: 1 } };
	for (let n = 0; n < 2; n++) await tellResult(as(null), event);
	const told = await db.select().from(notices).where(eq(notices.kind, 'award.told.1'));
	expect(told.map(({ personId }) => personId).sort()).toEqual(applicants.map((who) => cast[who].id).sort());
	expect(JSON.stringify(told)).not.toMatch(/Zuschlag|Platz|Nachr/);
});

test('excluded ones hear the reason and no points', async ({ as, db }) => {
	const planted = await plantLocked({ as, db });
	const hanna = planted.conceptOf.hanna ?? '';
	await db.update(candidates).set({ state: 'excluded', reason: 'Der Nachweis der Bank fehlt.' }).where(eq(candidates.conceptId, hanna));
	await recommendAward(as('ines'), { id: planted.id, input: words });
	await decide(as('ines'), planted);
	const { letter, outcome } = await findOwnResult(as('hanna'), hanna);
	expect(outcome).toBe('excluded');
	expect(JSON.stringify(letter)).toContain('Der Nachweis der Bank fehlt.');
	expect(JSON.stringify(letter)).not.toContain('Eure Punkte');
	expect(JSON.stringify((await findOwnResult(as('jonas'), planted.conceptOf.jonas ?? '')).letter)).toContain('Platz 2 von 2');
});

test('what stands against a decision is said, field by field, and nothing is decided or sent', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await recommended(stage);
	const { conceptOf, id } = planted;
	const [amira, jonas, hanna] = [conceptOf.amira ?? '', conceptOf.jonas ?? '', conceptOf.hanna ?? ''];
	const wrong: [Partial<ReturnType<typeof decideInput>>, string][] = [
		[{ decidedOn: '2026-11-23' }, 'future'],
		[{ decidedOn: '2026-11-21' }, 'before'],
		[{ votesFor: null, votesAgainst: null }, 'no-votes'],
		[{ votesFor: 7, votesAgainst: 7 }, 'no-majority'],
		[{ awarded: newId() }, 'no-winner'],
		[{ reserves: [amira] }, 'bad-reserve'],
		[{ awarded: jonas, reserves: [] }, 'no-deviation'],
		[{ reserves: [hanna] }, 'no-deviation']
	];
	for (const [over, code] of wrong) await expect(decide(as('ines'), planted, over), code).rejects.toMatchObject({ code });
	const input = decideInput({ awarded: amira });
	const { store, kept } = keptFiles();
	const attempt = (upload: { name: string; bytes: Uint8Array } | undefined) => decideAward(as('ines'), { id, store, upload, input });
	await expect(attempt(undefined)).rejects.toMatchObject({ code: 'no-document', status: 422 });
	await expect(attempt({ name: 'x.pdf', bytes: new TextEncoder().encode('kein PDF') })).rejects.toMatchObject({ code: 'upload-refused' });
	expect([...kept.keys(), ...(await db.select().from(awardLetters).where(eq(awardLetters.procedureId, id)))]).toEqual([]);
	await decide(as('ines'), planted, { awarded: jonas, reserves: [], deviation: 'Der Rat gewichtet die Nähe zur Schule höher.' });
	expect(JSON.stringify((await findOwnResult(as('hanna'), hanna)).letter)).toContain('Der Rat gewichtet die Nähe zur Schule höher.');
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'not-from-here' });
});

test('equal points by lot: announced first, then a word from the room, and anybody can draw it again', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage, { tieRule: 'lot' });
	const { id, conceptOf } = planted;
	await expect(announceLot(as('ines'), { id })).rejects.toMatchObject({ code: 'no-lot' });
	await makeEqual(stage, planted, 'jonas', 'amira');
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-whole' });
	await expect(drawLot(as('ines'), { id, word: 'Kastanie' })).rejects.toMatchObject({ code: 'not-announced' });
	await announceLot(as('ines'), { id });
	await expect(announceLot(as('ines'), { id })).rejects.toMatchObject({ code: 'announced' });
	await expect(drawLot(as('mara'), { id, word: 'Kastanie' })).rejects.toMatchObject({ status: 404 });
	await drawLot(as('ines'), { id, word: 'Kastanie 17' });
	await expect(drawLot(as('ines'), { id, word: 'Linde' })).rejects.toMatchObject({ code: 'drawn' });
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	const [announced, record] = ['lot.announced', 'lot.drawn'].map((kind) => entries.find((one) => one.kind === kind));
	expect(record?.facts).toMatchObject({ announced: announced?.hash, word: 'Kastanie 17' });
	const seed = await seedOf(id, announced?.hash ?? '', 'Kastanie 17');
	expect(record?.facts.seed).toBe(seed);
	const order = await drawn(seed, [
		{ conceptId: conceptOf.jonas ?? '', number: 2 },
		{ conceptId: conceptOf.amira ?? '', number: 1 }
	]);
	const { ranking, missing } = await seen(as('ines'), id);
	expect(missing).toEqual([]);
	expect(ranking.map((one) => [one.id, one.rank])).toEqual([
		[order[0], 1],
		[order[1], 2],
		[conceptOf.hanna, 3]
	]);
});

test('a lot drawn for other ties than those that stand counts for nothing', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage, { tieRule: 'lot' });
	await makeEqual(stage, planted, 'jonas', 'amira');
	await announceLot(as('ines'), { id: planted.id });
	await drawLot(as('ines'), { id: planted.id, word: 'Kastanie' });
	await makeEqual(stage, planted, 'hanna', 'amira');
	expect((await seen(as('ines'), planted.id)).missing).toEqual([
		'Gleiche Punkte: Nach dem Aufruf entscheidet das Los. Es ist noch nicht gezogen.'
	]);
	await announceLot(as('ines'), { id: planted.id });
});

test('equal points that no rule tells apart: the body chooses among them, and says why', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage, { tieRule: 'body' });
	await makeEqual(stage, planted, 'jonas', 'amira');
	await recommendAward(as('ines'), { id: planted.id, input: words });
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'no-deviation' });
	await decide(as('ines'), planted, { deviation: 'Beide sind gleich gut, der Werkhof kann früher beginnen.' });
});

const offers = { priceRule: 'weighted', price: 100_000, priceFull: 200_000, priceShare: 300, tieRule: 'offer' } as const;
test('a price that is weighed counts only once the second envelopes are open', async ({ as, db }) => {
	const { id, conceptOf } = await plantLocked({ as, db }, offers);
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-whole' });
	const { seals } = await import('#modules/seals/server/tables.ts');
	await db
		.update(seals)
		.set({ openedAt: now })
		.where(and(eq(seals.subjectId, id), eq(seals.kind, 'offers')));
	await db
		.update(conceptContents)
		.set({ offerCents: 150_000 })
		.where(eq(conceptContents.conceptId, conceptOf.amira ?? ''));
	const { ranking, items } = await seen(as('ines'), id);
	expect(items.at(-1)).toEqual({ id: 'price', title: 'Preis', most: 3000 });
	expect(ranking.find((one) => one.id === conceptOf.amira)?.points).toBe(8500);
});

test('an objection stops everything until it is answered, and an answer leaves a week', async ({ as, db }) => {
	const { id, conceptOf } = await decided({ as, db });
	const jonas = conceptOf.jonas ?? '';
	expect(await whyNotGrant(as(null), id)).toBe('Die Wartefrist läuft noch bis zum 07.12.2026. Vorher darf nichts vergeben werden.');
	expect(await whyNotGrant(later(as(null), 16), id)).toBeNull();
	await expect(raiseObjection(as('amira'), { conceptId: jonas, text: 'fremd' })).rejects.toMatchObject({ status: 404 });
	await raiseObjection(later(as('jonas'), 14), { conceptId: jonas, text: 'Unser Kostenplan wurde übersehen.' });
	await expect(raiseObjection(later(as('jonas'), 14), { conceptId: jonas, text: 'noch einer' })).rejects.toMatchObject({
		code: 'one-open'
	});
	expect(await whyNotGrant(later(as(null), 30), id)).toBe('Ein Einwand ist noch nicht beantwortet. So lange ruht die Vergabe.');
	const [objection] = (await listObjections(as('ines'), id)).objections;
	const answer = { objectionId: objection?.id ?? '', step: 'reject', answer: 'Er lag allen vor.', effect: null } as const;
	for (const who of ['mara', 'friedrich', 'renate', 'jonas'] as const)
		await expect(answerObjection(as(who), { id, input: answer }), who).rejects.toMatchObject({ status: 404 });
	await answerObjection(later(as('ines'), 20), { id, input: answer });
	await expect(answerObjection(later(as('ines'), 20), { id, input: answer })).rejects.toMatchObject({ code: 'not-from-here' });
	await expect(withdrawObjection(as('jonas'), { conceptId: jonas, objectionId: answer.objectionId })).rejects.toMatchObject({
		code: 'not-from-here'
	});
	expect(await whyNotGrant(later(as(null), 27), id)).toMatch(/^Die Wartefrist läuft noch bis zum/);
	expect(await whyNotGrant(later(as(null), 29), id)).toBeNull();
	await expect(raiseObjection(later(as('hanna'), 17), { conceptId: conceptOf.hanna ?? '', text: 'zu spät' })).rejects.toMatchObject({
		code: 'too-late'
	});
});

test('whoever leads hears of an objection, whoever raised it hears the answer', async ({ as, db }) => {
	const { id, conceptOf } = await decided({ as, db });
	await raiseObjection(as('jonas'), { conceptId: conceptOf.jonas ?? '', text: 'Geheim: der Kostenplan.' });
	const [objection] = (await listObjections(as('ines'), id)).objections;
	const event = { id: newId(), kind: 'objection.moved', subjectId: objection?.id ?? '', actorId: null };
	await tellObjection(as(null), { ...event, data: { to: 'raised' } });
	await tellObjection(as(null), { ...event, data: { to: 'rejected' } });
	const told = await db.select().from(notices).where(eq(notices.subjectId, event.subjectId));
	expect(told.map(({ personId, kind }) => [personId, kind]).sort()).toEqual(
		[
			[cast.ines.id, 'objection.raised'],
			[cast.jonas.id, 'objection.rejected']
		].sort()
	);
	expect(JSON.stringify(told)).not.toContain('Kostenplan');
});

test('after an accepted objection it is decided anew: new letters, a new standstill, and the first decision stays in the file', async ({
	as,
	db
}) => {
	const planted = await decided({ as, db });
	const { id, conceptOf } = planted;
	const jonas = conceptOf.jonas ?? '';
	await raiseObjection(as('jonas'), { conceptId: jonas, text: 'Falsch gezählt.' });
	const [objection] = (await listObjections(as('ines'), id)).objections;
	const accept = { objectionId: objection?.id ?? '', step: 'accept', answer: 'Das stimmt.', effect: null } as const;
	await expect(answerObjection(as('ines'), { id, input: accept })).rejects.toMatchObject({ code: 'no-effect' });
	await answerObjection(as('ines'), { id, input: { ...accept, effect: 'anew' } });
	expect(await whyNotGrant(later(as(null), 60), id)).toBe('Einem Einwand wurde stattgegeben: Zuerst muss neu entschieden werden.');
	const ines = later(as('ines'), 3);
	await decide(ines, planted, { awarded: jonas, reserves: [], deviation: 'Nach neuer Zählung.', decidedOn: '2026-11-24' });
	expect((await db.select().from(awardDecisions).where(eq(awardDecisions.procedureId, id))).map(({ number }) => number).sort()).toEqual([
		1, 2
	]);
	const { outcome, letter } = await findOwnResult(as('jonas'), jonas);
	expect(outcome).toBe('awarded');
	expect(JSON.stringify(letter)).toContain('nach einem Einwand wurde neu entschieden');
	expect(await db.$count(awardLetters, eq(awardLetters.procedureId, id))).toBe(6);
	expect(await whyNotGrant(later(as(null), 17), id)).toMatch(/^Die Wartefrist/);
	expect(await whyNotGrant(later(as(null), 20), id)).toBeNull();
});

test('nobody gets it: called off with a reason, and everybody hears it by letter', async ({ as, db }) => {
	const planted = await plantLocked({ as, db });
	const { id, slug, conceptOf } = planted;
	await expect(cancelWithoutAward(as('ines'), { id, reason: ' ' })).rejects.toMatchObject({ code: 'no-reason' });
	await cancelWithoutAward(as('ines'), { id, reason: 'Kein Konzept trägt den Betrieb.' });
	const [row] = await db.select().from(procedures).where(eq(procedures.id, id));
	expect(row?.state).toBe('cancelled');
	for (const who of applicants)
		expect(JSON.stringify((await findOwnResult(as(who), conceptOf[who] ?? '')).letter)).toContain('Kein Konzept trägt den Betrieb.');
	expect(await findPublicResult(as(null), slug)).toMatchObject({ isNone: true, reasons: 'Kein Konzept trägt den Betrieb.', places: [] });
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'not-from-here' });
	await expect(raiseObjection(as('amira'), { conceptId: conceptOf.amira ?? '', text: 'Nein.' })).rejects.toMatchObject({ code: 'not-now' });
});

test('nobody ends a procedure of others without an award', async ({ as, db }) => {
	const [one, other] = [await decided({ as, db }), await recommended({ as, db })];
	await cancelWithoutAward(as('ines'), { id: other.id, reason: 'Der Haushalt ist gesperrt.' });
	const rows = await db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, one.id));
	expect(rows.filter(({ outcome }) => outcome === 'awarded')).toHaveLength(1);
});

test('in no other state is anything recommended, decided, drawn or objected to', async ({ as, db }) => {
	const planted = await plantScored({ as, db });
	const { id, conceptOf } = planted;
	for (const state of ['open', 'closed', 'precheck', 'scoring', 'option', 'contract', 'works', 'done', 'cancelled'] as const) {
		await putInto({ as, db }, id, state);
		const tries = [
			recommendAward(as('ines'), { id, input: words }),
			decide(as('ines'), planted),
			announceLot(as('ines'), { id }),
			cancelWithoutAward(as('ines'), { id, reason: 'Grund' }),
			raiseObjection(as('jonas'), { conceptId: conceptOf.jonas ?? '', text: 'Nein.' })
		];
		for (const tried of await Promise.allSettled(tries)) expect(tried.status, state).toBe('rejected');
	}
	expect(await db.$count(awards, eq(awards.procedureId, id))).toBe(0);
	expect(await db.$count(recordEntries, eq(recordEntries.recordId, id))).toBe(1);
});

test('the public reads what the call promised, and never who was excluded, what was objected or what the jury wrote', async ({
	as,
	db
}) => {
	const { id, slug, conceptOf } = await recommended({ as, db });
	await expect(findPublicResult(as(null), slug)).rejects.toMatchObject({ status: 404 });
	await decide(as('ines'), { id, conceptOf } as Planted);
	await raiseObjection(as('jonas'), { conceptId: conceptOf.jonas ?? '', text: 'Geheimwort Quitte.' });
	const result = await findPublicResult(as(null), slug);
	expect(result.openness).toBe('ranking');
	expect(result.places.map(({ rank, name }) => [rank, name])).toEqual([
		[1, 'Gruppe Amira Haddad'],
		[2, null],
		[3, null]
	]);
	const text = JSON.stringify(result);
	for (const secret of ['Jonas', 'Hanna', 'findet das', 'Quitte', cast.amira.email, 'Der Werkhof trägt', ...Object.values(conceptOf)])
		expect(text, secret).not.toContain(secret);
});

test('the file holds every entry of the record with what is confidential, every score and every change', async ({ as, db }) => {
	const { id, conceptOf, memberOf } = await decided({ as, db });
	const [score] = await db
		.select({ id: reviewScores.id, reviewId: reviewScores.reviewId, leafId: reviewScores.leafId })
		.from(reviewScores)
		.innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
		.where(and(eq(reviews.conceptId, conceptOf.jonas ?? ''), eq(reviews.memberId, memberOf[cast.mara.name] ?? '')))
		.limit(1);
	await db
		.update(reviewScores)
		.set({ supersededAt: now })
		.where(eq(reviewScores.id, score?.id ?? ''));
	await db.insert(reviewScores).values({
		...{ id: newId(), reviewId: score?.reviewId ?? '', leafId: score?.leafId ?? '', points: 1, at: now },
		...{ reason: 'Nach dem Gespräch.', changeReason: 'Der Betrieb ist doch gedeckt.' }
	});
	await raiseObjection(as('jonas'), { conceptId: conceptOf.jonas ?? '', text: 'Unser Kostenplan wurde übersehen.' });
	const { loadFile } = await import('./internal/load-file.ts');
	const { seatOf } = await import('./internal/part-for.ts');
	const { fileBlocks } = await import('../file-blocks.ts');
	const { volumesOf } = await import('../volumes.ts');
	const { hashText } = await import('../file.ts');
	const facts = await loadFile(as('ines'), await seatOf(as('ines'), id));
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	const secrets = await db.select().from(recordSecrets).where(eq(recordSecrets.recordId, id));
	expect([entries.length, secrets.length].every((n) => n > 4)).toBe(true);
	for (const most of [5, 60, 6000]) {
		const text = JSON.stringify(volumesOf(fileBlocks(facts), most));
		for (const { hash } of entries) expect(text.split(hashText(hash)).length, hash).toBeGreaterThan(1);
		for (const { name } of secrets) expect(text).toContain(`vertraulich, ${name}: `);
		for (const said of ['Oskar Behrens findet das.', 'geändert, weil: Der Betrieb ist doch gedeckt.', 'Unser Kostenplan wurde übersehen.'])
			expect(text, said).toContain(said);
		expect(text.split('Mara').length).toBeGreaterThan(20);
	}
});

test('the file is for those who answer for the procedure, for the jury after the decision, and never for whoever handed in', async ({
	as,
	db
}) => {
	const stage = { as, db };
	const planted = await plantLocked(stage);
	const readers = async (ctxs: readonly CastName[]) => {
		const seen: string[] = [];
		for (const who of ctxs)
			await findFile(as(who), planted.id).then(
				() => seen.push(who),
				() => {}
			);
		return seen;
	};
	const all = ['ines', 'friedrich', 'mara', 'oskar', 'renate', 'amira', 'jonas', 'hanna'] as const;
	expect(await readers(all)).toEqual(['ines', 'friedrich']);
	await recommendAward(as('ines'), { id: planted.id, input: words });
	await decide(as('ines'), planted);
	expect(await readers(all)).toEqual(['ines', 'friedrich', 'mara', 'oskar']);
	await declare(stage, planted, 'mara', 'family');
	expect(await readers(all)).toEqual(['ines', 'friedrich', 'oskar']);
	await expect(findAward(as('renate'), planted.id)).rejects.toMatchObject({ status: 404 });
});
