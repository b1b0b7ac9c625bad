import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { declare, giveFactor, plantDeputy, plantJury, reviewInput, scoreAll } from '#testing/jury.ts';
import { plantOpened, putInto } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { reviewForm, type ReviewInput } from '../forms.ts';
import { abstainReview } from './abstain-review.ts';
import { admitCandidates } from './admit-candidates.ts';
import { answerSupplement } from './answer-supplement.ts';
import { changeScore } from './change-score.ts';
import { declareConflicts } from './declare-conflicts.ts';
import { excludeCandidate, readmitCandidate } from './exclude-candidate.ts';
import { findFileToRead } from './find-candidate-file.ts';
import { findDeliberation, listDeliberation } from './find-deliberation.ts';
import { findPrecheck, listPrecheck } from './find-precheck.ts';
import { findScoring, listScoring } from './find-scoring.ts';
import { listJuryDuties } from './list-jury-duties.ts';
import { candidatesOf, loadVotes } from './load-votes.ts';
import { lockScores, reopenScores } from './lock-scores.ts';
import { remindJuries, remindJury } from './remind-jury.ts';
import { findWaiting } from './find-supplement.ts';
import { requestSupplement } from './request-supplement.ts';
import { revealScores } from './reveal-scores.ts';
import { saveChecks } from './save-checks.ts';
import { saveReview } from './save-review.ts';
import { setConflict } from './set-conflict.ts';
import { substituteJuror } from './substitute-juror.ts';
import { decideWithdrawal, withdrawJuror } from './withdraw-juror.ts';
import { conflictDeclarations, reviewScores } from './tables.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const kindsOf = async (db: Parameters<typeof giveFactor>[0]['db'], id: string) =>
	(await db.select({ kind: recordEntries.kind }).from(recordEntries).where(eq(recordEntries.recordId, id)).orderBy(recordEntries.seq)).map(
		({ kind }) => kind
	);
const store = {
	put: async () => {},
	get: async () => null,
	stream: async () => null,
	delete: async () => {},
	stat: async () => null,
	keys: async function* () {}
};
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');
const days = (ctx: { now: Date }, n: number) => new Date(ctx.now.getTime() + n * 86_400_000);

/** A file in an opened concept. */
async function plantFile(db: Ctx['db'], conceptId: string): Promise<string> {
	const id = newId();
	const file = { id, for: null, name: 'plan.pdf', contentType: 'application/pdf', bytes: 20, sha256: '' };
	const content = sql`jsonb_set(${conceptContents.content}, '{files}', ${JSON.stringify([file])}::jsonb)`;
	await db.update(conceptContents).set({ content }).where(eq(conceptContents.conceptId, conceptId));
	return id;
}

/** All conditions of one concept are met. */
async function checkAll(
	ctx: Parameters<typeof findPrecheck>[0],
	{ id, number, isMet = 'met' }: { id: string; number: number; isMet?: 'met' | 'missing' }
) {
	const { version, conditions } = await findPrecheck(ctx, { id, number });
	await saveChecks(ctx, { id, number, input: { version, checks: conditions.map((one) => ({ conditionId: one.id, isMet, note: '' })) } });
}

test('whoever has not declared sees nothing, and silence is not "none"', async ({ as, db }) => {
	const opened = await plantOpened({ as, db });
	const { id } = opened;
	expect(await refusalOf(findPrecheck(as('ines'), { id, number: 1 }))).toBe('404 not-found');
	expect((await listPrecheck(as('ines'), id)).rows).toEqual([]);
	await declare(as('ines'), opened, { jonas: 'business' });
	expect((await listPrecheck(as('ines'), id)).rows.map(({ number }) => number)).toEqual([1, 3]);
	expect(await refusalOf(findPrecheck(as('ines'), { id, number: 2 }))).toBe('404 not-found');
	expect((await findPrecheck(as('ines'), { id, number: 1 })).reading.title).toBe('Konzept von Amira Haddad');
	for (const who of ['renate', 'oskar', 'amira', 'hanna'] as const)
		expect(await refusalOf(listPrecheck(as(who), id)), who).toBe('404 not-found');
	expect(await refusalOf(listPrecheck(as(null), id))).toBe('401 sign-in');
});

test('a conflict that somebody else set stays until somebody else takes it back, and no word is ever changed', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck');
	const [id, conceptId] = [opened.id, opened.conceptOf.amira ?? ''];
	const wish = { id, memberId: opened.memberOf[cast.oskar.name] ?? '', conceptId, reason: 'Berät die Gruppe.' };
	const before = await db.$count(conflictDeclarations);
	await setConflict(as('ines'), { ...wish, kind: 'adviser' });
	const none = { entries: [{ conceptId, kind: 'none' as const, note: '' }], forAll: true };
	expect(await refusalOf(declareConflicts(as('oskar'), { id, input: none }))).toBe('422 set-by-other');
	expect(await refusalOf(setConflict(as('katrin'), { ...wish, kind: 'none' }))).toBe('404 not-found');
	await setConflict(as('ines'), { ...wish, kind: 'none' });
	await declareConflicts(as('oskar'), { id, input: none });
	expect(await db.$count(conflictDeclarations)).toBe(before + 2 + 2 + 2);
	const own = { ...wish, memberId: opened.memberOf[cast.ines.name] ?? '', kind: 'family' as const };
	expect(await refusalOf(setConflict(as('ines'), own))).toBe('422 yourself');
});

test('the first check: what is open keeps the jury from scoring, each with its sentence', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck');
	const { id } = opened;
	await expect(admitCandidates(as('ines'), { id })).rejects.toThrow(/Konzept 1: .* sind nicht als erfüllt geprüft/);
	await checkAll(as('friedrich'), { id, number: 1 });
	await checkAll(as('friedrich'), { id, number: 2, isMet: 'missing' });
	const until = days(as('ines'), 5);
	expect(
		await refusalOf(requestSupplement(as('friedrich'), { id, number: 2, input: { asks: 'Der Plan.', until: days(as('ines'), 0) } }))
	).toBe('422 too-short');
	await requestSupplement(as('friedrich'), { id, number: 2, input: { asks: 'Der Plan.', until } });
	await excludeCandidate(as('friedrich'), { id, number: 3, input: { reason: 'Nicht unterschrieben.' } });
	await expect(admitCandidates(as('ines'), { id })).rejects.toThrow(/Konzept 2: Die Frist zum Nachreichen läuft bis/);
	expect(await refusalOf(admitCandidates(as('friedrich'), { id }))).toBe('404 not-found');
	await readmitCandidate(as('ines'), { id, number: 3, reason: 'Die Unterschrift stand auf Seite 2.' });
	await checkAll(as('ines'), { id, number: 3 });
	const told = await db.select().from(notices).where(eq(notices.personId, cast.jonas.id));
	expect(told).toMatchObject([
		{ data: { title: 'Bitte noch etwas nachreichen', href: `/konto/konzepte/${opened.conceptOf.jonas}/nachreichen` } }
	]);

	const [, supplementId = ''] = /supplement\.(.+)$/.exec(told[0]?.kind ?? '') ?? [];
	const waiting = () => findWaiting(as('jonas'), opened.conceptOf.jonas ?? '');
	expect(await waiting()).toEqual({ until, startsAt: null });
	const answer = {
		conceptId: opened.conceptOf.jonas ?? '',
		supplementId,
		answer: 'Hier ist er.',
		uploads: [{ name: 'plan.pdf', bytes: pdf }],
		store
	};
	for (const who of ['amira', 'ines', 'renate'] as const)
		expect(await refusalOf(answerSupplement(as(who), answer)), who).toBe('404 not-found');
	expect(await refusalOf(answerSupplement({ ...as('jonas'), now: new Date(until.getTime() + 1000) }, answer))).toBe('409 too-late');
	await answerSupplement(as('jonas'), answer);
	expect(await waiting()).toEqual({ until: null, startsAt: null });
	expect(await refusalOf(answerSupplement(as('jonas'), answer))).toBe('409 answered');
	await checkAll(as('ines'), { id, number: 2 });
	await admitCandidates(as('ines'), { id });
	expect(await candidatesOf(as(null), id)).toMatchObject([{ state: 'valid' }, { state: 'valid' }, { state: 'valid' }]);
	expect((await kindsOf(db, id)).slice(-5)).toEqual([
		'candidate.readmitted',
		'candidate.checked',
		'supplement.answered',
		'candidate.checked',
		'procedure.admit'
	]);
	expect(await refusalOf(excludeCandidate(as('ines'), { id, number: 1, input: { reason: 'zu spät' } }))).toBe('409 not-now');
});

test('two people at one check or one review: the second hears of it and nothing is lost', async ({ as, db }) => {
	const { id } = await plantJury({ as, db }, 'precheck');
	const { version } = await findPrecheck(as('ines'), { id, number: 1 });
	await checkAll(as('friedrich'), { id, number: 1 });
	expect(await refusalOf(saveChecks(as('ines'), { id, number: 1, input: { version, checks: [] } }))).toBe('409 changed-meanwhile');
	await db.update(procedures).set({ state: 'scoring' }).where(eq(procedures.id, id));
	await db.execute(`update candidates set state = 'valid'`);
	const input = await reviewInput(as('oskar'), id, { isDone: false });
	await saveReview(as('oskar'), { id, number: 1, input });
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input }))).toBe('409 changed-meanwhile');
	await saveReview(as('oskar'), { id, number: 1, input: { ...input, version: 1, isDone: true } });
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input: { ...input, version: 2 } }))).toBe('409 already-in');
});

test('a juror scores alone, and sees the others only after their own word', async ({ as, db }) => {
	const { id } = await plantJury({ as, db });
	const input = await reviewInput(as('oskar'), id);
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input: { ...input, scores: input.scores.slice(1) } }))).toBe(
		'422 incomplete'
	);
	const odd = input.scores.map((score) => ({ ...score, points: 9 }));
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input: { ...input, scores: odd } }))).toBe('422 not-a-level');
	await saveReview(as('oskar'), { id, number: 1, input: { ...input, isDone: false } });
	expect(await db.$count(reviewScores)).toBe(0);
	await saveReview(as('oskar'), { id, number: 1, input: { ...input, version: 1 } });
	expect((await findScoring(as('katrin'), { id, number: 1 })).others).toBeNull();
	expect(JSON.stringify(await findScoring(as('katrin'), { id, number: 1 }))).not.toContain('Weil es trägt.');
	expect((await findScoring(as('oskar'), { id, number: 1 })).others).toEqual([]);
	await saveReview(as('katrin'), { id, number: 1, input });
	expect((await findScoring(as('katrin'), { id, number: 1 })).others).toMatchObject([{ name: cast.oskar.name }]);
	expect(await refusalOf(findDeliberation(as('oskar'), { id, number: 1 }))).toBe('404 not-found');
	const { progress } = await listScoring(as('ines'), id);
	expect(progress).toMatchObject([{ done: 1, open: { review: 2 } }, { done: 1 }, { done: 0, open: { review: 3 } }]);
	expect(await refusalOf(findScoring(as('ines'), { id, number: 1 }))).toBe('404 not-found');
});

test('without a second factor nobody scores or reads', async ({ as, db }) => {
	const { id } = await plantJury({ as, db });
	await db.execute('delete from authenticator_apps');
	const input = await reviewInput(as('oskar'), id);
	expect(await refusalOf(findScoring(as('oskar'), { id, number: 1 }))).toBe('403 second-factor');
	const said = await findScoring(as('oskar'), { id, number: 1 }).catch((error: Error) => error.message);
	expect(said).toMatch(/^Wer in einer Jury wertet, meldet sich mit einem zweiten Faktor an\./);
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input }))).toBe('403 second-factor');
	expect(await refusalOf(listScoring(as('oskar'), id))).toBe('403 second-factor');
	expect((await listJuryDuties(as('oskar'))).hasFactor).toBe(false);
});

test('who has not declared for every concept does not score', async ({ as, db }) => {
	const opened = await plantOpened({ as, db }, 'scoring');
	await giveFactor({ db }, cast.oskar);
	const { id, conceptOf } = opened;
	await declareConflicts(as('oskar'), {
		id,
		input: { entries: [{ conceptId: conceptOf.amira ?? '', kind: 'none', note: '' }], forAll: true }
	});
	expect(await refusalOf(saveReview(as('oskar'), { id, number: 1, input: await reviewInput(as('oskar'), id) }))).toBe('409 declare-first');
});

test('whoever is conflicted leaves their chair to the deputy, whose vote counts instead', async ({ as, db }) => {
	const opened = await plantJury({ as, db });
	const { id, conceptOf, memberOf } = opened;
	await plantDeputy({ as, db }, opened, { who: 'renate', standsFor: 'mara' });
	await giveFactor({ db }, cast.renate);
	await declare(as('renate'), opened);
	expect(await refusalOf(findScoring(as('renate'), { id, number: 1 }))).toBe('404 not-found');
	await setConflict(as('ines'), {
		id,
		memberId: memberOf[cast.mara.name] ?? '',
		conceptId: conceptOf.amira ?? '',
		kind: 'member',
		reason: 'Im Verein.'
	});
	expect(await refusalOf(findScoring(as('mara'), { id, number: 1 }))).toBe('404 not-found');
	expect((await listScoring(as('mara'), id)).tasks.map(({ number }) => number)).toEqual([2, 3]);
	expect((await findScoring(as('renate'), { id, number: 1 })).asDeputy).toBe(true);
	await scoreAll({ as, db }, opened, ['oskar', 'katrin']);
	for (const number of [2, 3]) await saveReview(as('mara'), { id, number, input: await reviewInput(as('mara'), id) });
	await expect(revealScores(as('ines'), { id })).rejects.toThrow(/Mara Sommer hat noch nicht abgegeben \(Konzept 1\)/);
	await saveReview(as('renate'), { id, number: 1, input: await reviewInput(as('renate'), id) });
	await substituteJuror(as('ines'), { id, memberId: memberOf[cast.mara.name] ?? '', reason: 'Krank.' }).catch((error: Refusal) =>
		expect(error.code).toBe('nothing-open')
	);
	await revealScores(as('ines'), { id });
	expect(await refusalOf(findDeliberation(as('mara'), { id, number: 1 }))).toBe('404 not-found');
	expect(
		(await listDeliberation(as('renate'), id)).rows.map(({ number }) => number),
		'a deputy sits where the chair is theirs'
	).toEqual([1]);
	expect((await findDeliberation(as('renate'), { id, number: 1 })).reading.number).toBe(1);
	const fileId = await plantFile(db, conceptOf.jonas ?? '');
	for (const seen of [
		() => findDeliberation(as('renate'), { id, number: 2 }),
		() => findFileToRead(as('renate'), { id, number: 2, fileId })
	])
		expect(await refusalOf(seen())).toBe('404 not-found');
	const votes = await loadVotes(as(null), id);
	expect(votes.map(({ leaves }) => Object.values(leaves)[0]?.length)).toEqual([3, 3, 3]);
});

test('a juror who leaves after scoring stays in the file, and whether it counts is decided with a reason', async ({ as, db }) => {
	const opened = await plantJury({ as, db });
	const { id, memberOf } = opened;
	await scoreAll({ as, db }, opened);
	await withdrawJuror(as('mara'), { id, reason: 'Zieht weg.' });
	expect(await refusalOf(findScoring(as('mara'), { id, number: 1 }))).toBe('403 forbidden');
	const fileId = await plantFile(db, opened.conceptOf.amira ?? '');
	expect((await findFileToRead(as('oskar'), { id, number: 1, fileId })).key).toBeNull();
	for (const state of ['scoring', 'deliberation'] as const) {
		await putInto({ as, db }, id, state);
		expect(await refusalOf(findFileToRead(as('mara'), { id, number: 1, fileId })), state).toBe('404 not-found');
	}
	await putInto({ as, db }, id, 'scoring');
	await expect(revealScores(as('ines'), { id })).rejects.toThrow(/Mara Sommer ist ausgeschieden/);
	const decision = { id, memberId: memberOf[cast.mara.name] ?? '', counts: false, reason: 'War bei keinem Gespräch.' };
	expect(await refusalOf(decideWithdrawal(as('oskar'), decision))).toBe('404 not-found');
	await decideWithdrawal(as('ines'), decision);
	await revealScores(as('ines'), { id });
	expect((await loadVotes(as(null), id)).map(({ leaves }) => Object.values(leaves)[0]?.length)).toEqual([2, 2, 2]);
	expect((await findDeliberation(as('oskar'), { id, number: 1 })).columns.find(({ name }) => name === cast.mara.name)?.counts).toBe(false);
});

test('points are shown once all are in or without a vote for a reason; changes need one; after the lock nothing changes', async ({
	as,
	db
}) => {
	const opened = await plantJury({ as, db });
	const { id, conceptOf, memberOf } = opened;
	await scoreAll({ as, db }, opened, ['oskar', 'katrin']);
	expect(await refusalOf(revealScores(as('ines'), { id }))).toBe('409 not-all-in');
	for (const who of ['amira', 'jonas', 'hanna'] as const)
		await abstainReview(as('ines'), {
			id,
			memberId: memberOf[cast.mara.name] ?? '',
			conceptId: conceptOf[who] ?? '',
			reason: 'Im Krankenhaus, ohne Vertretung.'
		});
	expect(await refusalOf(lockScores(as('ines'), { id }))).toBe('409 not-now');
	await revealScores(as('ines'), { id });
	const { table } = await findDeliberation(as('oskar'), { id, number: 1 });
	const leaf = table[0]?.leaf;
	const memberId = memberOf[cast.oskar.name] ?? '';
	const was = table[0]?.cells.find((cell) => cell.isMine)?.points ?? 0;
	const input = {
		leafId: leaf?.id ?? '',
		memberId,
		was,
		points: leaf?.levels[0]?.points ?? 0,
		changeReason: 'Das Dach habe ich übersehen.'
	};
	expect(await refusalOf(changeScore(as('katrin'), { id, number: 1, input }))).toBe('404 not-found');
	expect(await refusalOf(changeScore(as('oskar'), { id, number: 1, input: { ...input, points: was } }))).toBe(
		'409 same'.replace('409', '422')
	);
	await changeScore(as('oskar'), { id, number: 1, input });
	expect(await refusalOf(changeScore(as('oskar'), { id, number: 1, input }))).toBe('409 changed-meanwhile');
	const after = await findDeliberation(as('katrin'), { id, number: 1 });
	expect(after.table[0]?.cells.find((cell) => cell.memberId === memberId)).toMatchObject({
		points: input.points,
		changes: [{ points: was, reason: 'Das Dach habe ich übersehen.' }]
	});
	await lockScores(as('ines'), { id });
	const back = { ...input, was: input.points, points: was };
	expect(await refusalOf(changeScore(as('oskar'), { id, number: 1, input: back }))).toBe('409 locked');
	expect(await refusalOf(reopenScores(as('oskar'), { id, reason: 'so' }))).toBe('404 not-found');
	await reopenScores(as('ines'), { id, reason: 'Ein Zahlendreher.' });
	await changeScore(as('oskar'), { id, number: 1, input: back });
	expect((await kindsOf(db, id)).slice(-4)).toEqual(['score.changed', 'scores.locked', 'scores.reopened', 'score.changed']);
	const entries = JSON.stringify(await db.select({ facts: recordEntries.facts }).from(recordEntries).where(eq(recordEntries.recordId, id)));
	for (const word of ['Dach', 'Krankenhaus', cast.oskar.name, memberId, 'points']) expect(entries).not.toContain(word);
	expect(JSON.stringify(await db.select().from(recordSecrets).where(eq(recordSecrets.recordId, id)))).toContain(
		'Das Dach habe ich übersehen.'
	);
});

test('reminders go to whoever has something open, once, and tell nothing of the concepts', async ({ as, db }) => {
	const opened = await plantJury({ as, db });
	await scoreAll({ as, db }, opened, ['oskar', 'katrin']);
	expect(await remindJury(as('ines'), { id: opened.id })).toBe(1);
	expect(await refusalOf(remindJury(as('ines'), { id: opened.id }))).toBe('409 told-today');
	expect(await refusalOf(remindJury(as('oskar'), { id: opened.id }))).toBe('404 not-found');
	const told = (await db.select().from(notices).where(eq(notices.personId, cast.mara.id))).filter(({ kind }) =>
		kind.startsWith('judging.')
	);
	expect(told.map(({ data }) => data)).toMatchObject([{ href: '/konto/jury' }]);
	expect(JSON.stringify(told)).not.toContain('Konzept von');
	const [row] = await db.select({ frozen: procedures.timeline }).from(procedures).where(eq(procedures.id, opened.id));
	expect(row).toBeDefined();
	expect(await remindJuries(as(null))).toBe(0);
});

test('a conflict that the lead set holds too for whoever was entered by their address and took an account later', async ({ as, db }) => {
	const opened = await plantJury({ as, db }, 'precheck');
	const [id, conceptId, memberId] = [opened.id, opened.conceptOf.amira ?? '', opened.memberOf[cast.oskar.name] ?? ''];
	await db.update(procedureMembers).set({ personId: null }).where(eq(procedureMembers.id, memberId));
	await setConflict(as('ines'), { id, memberId, conceptId, kind: 'adviser', reason: 'Berät die Gruppe.' });
	const none = { entries: [{ conceptId, kind: 'none' as const, note: '' }], forAll: true };
	expect(await refusalOf(declareConflicts(as('oskar'), { id, input: none }))).toBe('422 set-by-other');
	await db.update(conflictDeclarations).set({ byPersonId: null }).where(eq(conflictDeclarations.byPersonId, cast.ines.id));
	expect(await refusalOf(declareConflicts(as('oskar'), { id, input: none })), 'nor when whoever set it has no account any more').toBe(
		'422 set-by-other'
	);
});

test('a lead with a conflict decides nothing about that concept: no vote is taken away, nobody is set aside', async ({ as, db }) => {
	const opened = await plantJury({ as, db });
	const [id, conceptId, memberId] = [opened.id, opened.conceptOf.jonas ?? '', opened.memberOf[cast.mara.name] ?? ''];
	await plantDeputy({ as, db }, opened, { who: 'jonas', standsFor: 'mara' });
	await declare(as('ines'), opened, { jonas: 'family' });
	const wish = { id, memberId, conceptId, reason: 'Ist verreist.' };
	expect(await refusalOf(abstainReview(as('ines'), wish))).toBe('409 conflict');
	expect(await refusalOf(substituteJuror(as('ines'), wish))).toBe('409 conflict');
	expect(await refusalOf(setConflict(as('ines'), { ...wish, kind: 'rival' }))).toBe('409 conflict');
	await abstainReview(as('ines'), { ...wish, conceptId: opened.conceptOf.amira ?? '' });
});

test('of a reason nothing is cut off: what is too long is said, what fits is kept to the last letter', async ({ as, db }) => {
	const { id } = await plantJury({ as, db });
	const { scores } = await reviewInput(as('oskar'), id);
	const leafId = scores[0]?.leafId ?? '';
	const points = Object.fromEntries(scores.map((one) => [`points-${one.leafId}`, String(one.points)]));
	const reasons = Object.fromEntries(scores.map((one) => [`reason-${one.leafId}`, 'gut']));
	const read = (reason: string) =>
		reviewForm.safeParse({ version: '0', confidence: '2', isDone: 'on', ...points, ...reasons, [`reason-${leafId}`]: reason });
	expect(read(`${'a'.repeat(3999)}🏡`).error?.issues[0]?.path).toEqual([`reason-${leafId}`]);
	const whole = `${'a'.repeat(3998)}🏡`;
	await saveReview(as('oskar'), { id, number: 1, input: read(whole).data as ReviewInput });
	const { review } = await findScoring(as('oskar'), { id, number: 1 });
	expect(review.scores.find((one) => one.leafId === leafId)?.reason).toBe(whole);
});
