import { newId } from '#lib/server/id.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { and, eq } from 'drizzle-orm';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import { takeOpened } from '#modules/judging/server/take-opened.ts';
import { candidates, conflictDeclarations, reviewScores, reviews, scoreLocks } from '#modules/judging/server/tables.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { plantLocked, plantOpened, plantScored } from '#testing/published.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { giveFactor } from '#testing/jury.ts';
import { decide, declare, makeEqual, words } from '#testing/award.ts';
import { expect, now, test } from '#testing/world.ts';
import { drawn, seedOf } from '../lot.ts';
import { announceLot, drawLot } from './hold-lot.ts';
import { type FoundEvaluation, findEvaluation } from './find-evaluation.ts';
import { findAward } from './find-award.ts';
import { recommendAward } from './recommend-award.ts';
import { awardPlaces } from './tables.ts';
import { type Ctx } from '#modules/people/actor.ts';

const seen = async (ctx: Ctx, id: string) => (await findEvaluation(ctx, id)) as FoundEvaluation;

test('the ranking is the mean of the votes, and nobody sees it before the points are locked', async ({ as, db }) => {
	const { id } = await plantScored({ as, db });
	expect(await findEvaluation(as('ines'), id)).toEqual({ isClosed: true, isEarly: true, isConflicted: false });
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-locked' });
	await db.insert(scoreLocks).values({ id: newId(), procedureId: id, lockedAt: now });
	await expect(findEvaluation(as('mara'), id), 'whoever scores has a second factor').rejects.toMatchObject({ code: 'second-factor' });
	await giveFactor({ db }, cast.mara);
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
	const atDesk = await findAward(as('ines'), id);
	expect(
		atDesk.entries.map(({ outcome }) => outcome),
		'nobody has got it yet, and nobody has not'
	).toEqual([null, null, null]);
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
	await declare(stage, planted, { who: 'ines', kind: 'family', at: now });
	expect(await findEvaluation(as('ines'), planted.id)).toEqual({ isClosed: true, isEarly: false, isConflicted: true });
	await expect(recommendAward(as('ines'), { id: planted.id, input: words })).rejects.toMatchObject({ status: 404 });
	await declare(stage, planted, { who: 'ines', kind: 'none', at: new Date(now.getTime() + 1) });
	await recommendAward(as('ines'), { id: planted.id, input: words });
});

test('whoever stands in for the lead goes on where the lead has a conflict', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage);
	const { id, memberOf } = planted;
	await declare(stage, planted, { who: 'ines', kind: 'family', at: now });
	await expect(recommendAward(as('renate'), { id, input: words })).rejects.toMatchObject({ status: 404 });
	await db.insert(procedureMembers).values({
		...{ id: newId(), procedureId: id, role: 'deputy', deputyFor: memberOf[cast.ines.name], personId: cast.renate.id },
		...{ name: cast.renate.name, createdAt: now }
	});
	expect((await seen(as('renate'), id)).ranking).toHaveLength(3);
	await recommendAward(as('renate'), { id, input: words });
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

test('equal points by lot: announced first, then a word from the room, and anybody can draw it again', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage, { tieRule: 'lot' });
	const { id, conceptOf } = planted;
	await expect(announceLot(as('ines'), { id })).rejects.toMatchObject({ code: 'no-lot' });
	await makeEqual(stage, planted, ['jonas', 'amira']);
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
	await makeEqual(stage, planted, ['jonas', 'amira']);
	await announceLot(as('ines'), { id: planted.id });
	await drawLot(as('ines'), { id: planted.id, word: 'Kastanie' });
	await makeEqual(stage, planted, ['hanna', 'amira']);
	expect((await seen(as('ines'), planted.id)).missing).toEqual([
		'Gleiche Punkte: Nach dem Aufruf entscheidet das Los. Es ist noch nicht gezogen.'
	]);
	await announceLot(as('ines'), { id: planted.id });
});

test('equal points that no rule tells apart: the body chooses among them, and says why', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantLocked(stage, { tieRule: 'body' });
	await makeEqual(stage, planted, ['jonas', 'amira']);
	await recommendAward(as('ines'), { id: planted.id, input: words });
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'no-deviation' });
	await decide(as('ines'), planted, { deviation: 'Beide sind gleich gut, der Werkhof kann früher beginnen.' });
});

const offers = { priceRule: 'weighted', price: 100_000, priceFull: 200_000, priceShare: 300, tieRule: 'offer' } as const;
test('a price that is weighed counts only once the second envelopes are open', async ({ as, db }) => {
	const { id, conceptOf } = await plantLocked({ as, db }, offers);
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-whole' });
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

test('where nothing is scored, nothing is recommended before every concept that was opened is settled', async ({ as, db }) => {
	const { id, conceptOf } = await plantOpened({ as, db }, 'precheck', { kind: 'expression_of_interest' });
	await db.update(candidates).set({ state: 'valid' }).where(eq(candidates.procedureId, id));
	const phase = async () => ((await findEvaluation(as('ines'), id)) as { isEarly?: boolean }).isEarly ?? false;
	expect(await phase()).toBe(false);
	await db.delete(candidates).where(eq(candidates.conceptId, conceptOf.hanna ?? ''));
	expect(await phase(), 'whoever opened is faster than what makes candidates of concepts').toBe(true);
	await expect(recommendAward(as('ines'), { id, input: words })).rejects.toMatchObject({ code: 'not-locked' });
	await takeOpened(as(null), id);
	expect(await phase()).toBe(true);
});

test('whoever sits in the jury and has said nothing about a concept reads no order before the decision', async ({ as, db }) => {
	const { id, memberOf, conceptOf } = await plantLocked({ as, db });
	await giveFactor({ db }, cast.katrin, cast.mara);
	const of = { memberId: memberOf[cast.katrin.name] ?? '', conceptId: conceptOf.jonas ?? '' };
	await db.delete(reviews).where(and(eq(reviews.memberId, of.memberId), eq(reviews.conceptId, of.conceptId)));
	expect(await findEvaluation(as('katrin'), id)).toEqual({ isClosed: true, isEarly: false, isConflicted: true });
	expect((await seen(as('mara'), id)).ranking).toHaveLength(3);
	const said = { ...of, id: newId(), procedureId: id, step: 'deliberation', kind: 'none', at: now } as const;
	await db.insert(conflictDeclarations).values(said);
	expect((await seen(as('katrin'), id)).ranking).toHaveLength(3);
});
