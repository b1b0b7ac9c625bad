import { factName } from '#modules/records/fact-words.ts';
import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { reviewScores, reviews } from '#modules/judging/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { plantLocked } from '#testing/published.ts';
import { type CastName, cast } from '#testing/cast.ts';
import { giveFactor } from '#testing/jury.ts';
import { decide, declare, later, plantDecided, plantRecommended, words } from '#testing/award.ts';
import { expect, now, test } from '#testing/world.ts';
import { fileBlocks } from '../file-blocks.ts';
import { volumesOf } from '../volumes.ts';
import { hashText } from '../file.ts';
import { whyNotGrant } from './check-grant.ts';
import { findAward } from './find-award.ts';
import { findFile } from './find-file.ts';
import { findOwnResult } from './find-own-result.ts';
import { findPublicResult } from './find-public-result.ts';
import { listObjections } from './list-objections.ts';
import { raiseObjection } from './raise-objection.ts';
import { recommendAward } from './recommend-award.ts';
import { answerObjection, withdrawObjection } from './settle-objection.ts';
import { awardDecisions, awardLetters } from './tables.ts';
import { tellObjection } from './tell-result.ts';
import { loadFile } from './internal/load-file.ts';
import { seatOf } from './internal/part-for.ts';

test('an objection stops everything until it is answered, and an answer leaves a week', async ({ as, db }) => {
	const { id, conceptOf } = await plantDecided({ as, db });
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
	const { id, conceptOf } = await plantDecided({ as, db });
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
	const planted = await plantDecided({ as, db });
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

test('the public reads what the call promised, and never who was excluded, what was objected or what the jury wrote', async ({
	as,
	db
}) => {
	const { id, slug, conceptOf } = await plantRecommended({ as, db });
	await expect(findPublicResult(as(null), slug)).rejects.toMatchObject({ status: 404 });
	await decide(as('ines'), { id, conceptOf });
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
	const { id, conceptOf, memberOf } = await plantDecided({ as, db });
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
	const facts = await loadFile(as('ines'), await seatOf(as('ines'), id));
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	const secrets = await db.select().from(recordSecrets).where(eq(recordSecrets.recordId, id));
	expect([entries.length, secrets.length].every((n) => n > 4)).toBe(true);
	for (const most of [5, 60, 6000]) {
		const text = JSON.stringify(volumesOf(fileBlocks(facts), most));
		for (const { hash } of entries) expect(text.split(hashText(hash)).length, hash).toBeGreaterThan(1);
		for (const { name } of secrets) expect(text).toContain(`vertraulich, ${factName(name)}: `);
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
	expect(await readers(all)).toEqual(['ines', 'friedrich']);
	await giveFactor(stage, cast.mara, cast.oskar);
	expect(await readers(all)).toEqual(['ines', 'friedrich', 'mara', 'oskar']);
	await declare(stage, planted, { who: 'mara', kind: 'family', at: now });
	expect(await readers(all)).toEqual(['ines', 'friedrich', 'oskar']);
	await expect(findAward(as('renate'), planted.id)).rejects.toMatchObject({ status: 404 });
});
