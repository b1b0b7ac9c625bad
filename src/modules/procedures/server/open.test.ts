import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { kinds } from '#modules/records/kinds/publication.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { plantOpenProcedure, plantReady, putInto } from '#testing/published.ts';
import { plantWholeProcedure } from '#testing/procedures.ts';
import { expect, test } from '#testing/world.ts';
import { leavesOf } from '../criteria.ts';
import { frozenLeaves, timelineOf, whenOf } from '../frozen.ts';
import { dayAfter } from '#lib/calendar.ts';
import { states, type State } from '../procedure.ts';
import { isPublic } from '../way.ts';
import { askQuestion } from './ask-question.ts';
import { beginAmendment } from './begin-amendment.ts';
import { cancelProcedure } from './cancel-procedure.ts';
import { changeAmendment, dropAmendment } from './change-amendment.ts';
import { closeProcedures } from './close-procedures.ts';
import { draftAnswer } from './draft-answer.ts';
import { exportCriteria } from './export-criteria.ts';
import { extendForAll } from './extend-for-all.ts';
import { findAmendment } from './find-amendment.ts';
import { findCallPaper } from './find-call.ts';
import { findCriteria, findMembers, findProcedure, findTimeline } from './find-procedure.ts';
import { findPublication } from './find-publication.ts';
import { findPublicPaper, findPublicProcedure } from './find-public-procedure.ts';
import { followProcedure, unfollowProcedure } from './follow-procedure.ts';
import { listProceduresFrom, listProceduresOf, viewProcedures } from './list-public-procedures.ts';
import { listQuestions } from './list-questions.ts';
import { loadFrozen } from './load-frozen.ts';
import { publishAmendment } from './publish-amendment.ts';
import { publishAnswers } from './publish-answers.ts';
import { procedurePages } from './publication-tables.ts';
import { repeatProcedure } from './repeat-procedure.ts';
import { setAsideQuestion } from './set-aside-question.ts';
import { restoreProcedure, withholdProcedure } from './withhold-procedure.ts';
import { readProcedureQuery } from '../procedure-filter.ts';

const at = (ctx: Ctx, moment: Date, seconds = 0): Ctx => ({ ...ctx, now: new Date(moment.getTime() + seconds * 1000) });
const kindsOf = async (ctx: Pick<Ctx, 'db'>, id: string) =>
	(
		await ctx.db.select({ kind: recordEntries.kind }).from(recordEntries).where(eq(recordEntries.recordId, id)).orderBy(recordEntries.seq)
	).map(({ kind }) => kind);
const told = async (ctx: Pick<Ctx, 'db'>, who: keyof typeof cast, kind: string) =>
	(
		await ctx.db
			.select({ data: notices.data })
			.from(notices)
			.where(and(eq(notices.personId, (cast[who] as { id: string }).id), eq(notices.kind, kind)))
	).map(({ data }) => data);
const all = readProcedureQuery(new URLSearchParams());

test('what is published stands on a page made of what everybody may know, and a draft does not', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await plantWholeProcedure({ as, db }, { isReady: true });
	const found = await findPublicProcedure(as(null), slug);
	expect(found).toMatchObject({ procedureId: id, state: 'open', version: 1, isFollowing: false });
	const text = JSON.stringify(found);
	for (const name of ['Clara Blume', cast.mara.name, cast.ines.name, cast.oskar.email]) expect(text).not.toContain(name);
	expect(text).toContain('Das Dorf trifft sich wieder.');
	expect((await viewProcedures(as(null), all)).items.map((one) => one.id)).toEqual([id]);
	expect((await listProceduresOf(as(null), { ags: found.ags })).map((one) => one.slug)).toEqual([slug]);
	await expect(findPublicProcedure(as(null), 'nirgendwo-1')).rejects.toMatchObject({ status: 404 });
});

test('the place of a house is written only as exactly as the public may know it', async ({ as, db }) => {
	const { id, houseId } = await plantReady({ as, db });
	const { properties } = await import('#modules/properties/server/tables.ts');
	await db
		.update(properties)
		.set({ street: 'Geheimgasse', houseNumber: '7', publicPrecision: 'district' })
		.where(eq(properties.id, houseId));
	const { publishProcedure } = await import('./publish-procedure.ts');
	await publishProcedure(as('ines'), { id });
	const [page] = await db.select().from(procedurePages);
	expect(JSON.stringify(page)).not.toContain('Geheimgasse');
	expect(page?.content.house.title).toBeTruthy();
});

test('late by a second is late, whatever state is written down; the job follows the clock', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	expect((await findPublicProcedure(at(as(null), deadline, -1), slug)).state).toBe('open');
	expect((await findPublicProcedure(at(as(null), deadline), slug)).state).toBe('closed');
	expect((await viewProcedures(at(as(null), deadline), { ...all, stand: 'open' })).items).toEqual([]);
	expect((await viewProcedures(at(as(null), deadline), { ...all, stand: 'running' })).items).toHaveLength(1);
	expect(await closeProcedures(at(as(null), deadline, -1))).toBe(0);
	expect(await closeProcedures(at(as(null), deadline))).toBe(1);
	expect(await closeProcedures(at(as(null), deadline, 60))).toBe(0);
	expect((await findProcedure(as('ines'), id)).row.state).toBe('closed');
});

test('a question is asked without a name, and all answers go out at once', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await askQuestion(as('amira'), { slug, text: `Hier ist ${cast.amira.name}: Wie hoch ist der Saal?` });
	await askQuestion(as('jonas'), { slug, text: 'Gibt es einen Aufzug?' });
	await followProcedure(as('hanna'), slug);
	const { questions } = await listQuestions(as('ines'), id);
	expect(JSON.stringify(questions.map(({ text: _, ...one }) => one))).not.toContain(cast.amira.name);
	const [lift, hall] = questions;
	expect(hall?.doubts.join()).toContain('auf die fragende Person hinweist');
	await expect(publishAnswers(as('ines'), { id, evenSo: false })).rejects.toMatchObject({ code: 'nothing' });
	await draftAnswer(as('ines'), {
		id,
		input: { questionId: hall?.id ?? '', wording: 'Amira fragt, wie hoch der Saal ist.', answer: 'Vier Meter.' }
	});
	await draftAnswer(as('ines'), { id, input: { questionId: lift?.id ?? '', wording: 'Gibt es einen Aufzug?', answer: 'Nein.' } });
	expect((await findPublicProcedure(as('amira'), slug)).answers).toEqual([]);
	await expect(publishAnswers(as('ines'), { id, evenSo: false })).rejects.toMatchObject({ code: 'reveals' });
	await draftAnswer(as('ines'), { id, input: { questionId: hall?.id ?? '', wording: 'Wie hoch ist der Saal?', answer: 'Vier Meter.' } });
	expect(await publishAnswers(as('ines'), { id, evenSo: false })).toBe(2);
	const { answers } = await findPublicProcedure(as(null), slug);
	expect(answers.map(({ number, question, answer }) => [number, question, answer])).toEqual([
		[1, 'Wie hoch ist der Saal?', 'Vier Meter.'],
		[2, 'Gibt es einen Aufzug?', 'Nein.']
	]);
	for (const who of ['amira', 'jonas', 'hanna'] as const) expect(await told({ db }, who, 'procedure-answers')).toHaveLength(1);
	expect(JSON.stringify((await findPublicPaper(as(null), slug)).blocks)).toContain('Vier Meter.');
	expect(await kindsOf({ db }, id)).toEqual(['procedure.publish', 'question.asked', 'question.asked', 'question.answered']);
	const entries = JSON.stringify(await db.select({ facts: recordEntries.facts }).from(recordEntries).where(eq(recordEntries.recordId, id)));
	expect(entries).not.toContain(cast.amira.name);
	await expect(draftAnswer(as('ines'), { id, input: { questionId: hall?.id ?? '', wording: 'x', answer: 'y' } })).rejects.toMatchObject({
		status: 404
	});
});

test('a question set aside is explained to whoever asked, and questions end on their day', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	await askQuestion(as('jonas'), { slug, text: 'Wann ist die Frist?' });
	const [question] = (await listQuestions(as('ines'), id)).questions;
	await setAsideQuestion(as('ines'), { id, questionId: question?.id ?? '', reason: 'Das steht im Aufruf unter Zeitplan.' });
	expect(await told({ db }, 'jonas', 'procedure-question-aside')).toMatchObject([{ text: 'Das steht im Aufruf unter Zeitplan.' }]);
	const { frozen } = await loadFrozen(as(null), id);
	const until = new Date(frozen.timeline.questions_until ?? NaN);
	await expect(askQuestion(at(as('jonas'), until), { slug, text: 'Noch eine?' })).rejects.toMatchObject({ code: 'too-late' });
	await expect(askQuestion(at(as('jonas'), deadline), { slug, text: 'Noch eine?' })).rejects.toMatchObject({ code: 'not-open' });
	await expect(askQuestion(as(null), { slug, text: 'Wer bin ich?' })).rejects.toMatchObject({ status: 401 });
	await expect(publishAnswers(at(as('ines'), deadline), { id, evenSo: true })).rejects.toMatchObject({ code: 'not-open' });
});

test('following is a choice that can be taken back', async ({ as, db }) => {
	const { slug } = await plantOpenProcedure({ as, db });
	for (let n = 0; n < 2; n++) await followProcedure(as('jonas'), slug);
	expect((await findPublicProcedure(as('jonas'), slug)).isFollowing).toBe(true);
	await unfollowProcedure(as('jonas'), slug);
	expect((await findPublicProcedure(as('jonas'), slug)).isFollowing).toBe(false);
	await expect(followProcedure(as(null), slug)).rejects.toMatchObject({ status: 401 });
});

test('an amendment is a new version with its difference: the deadline moves, the seal moves, everybody hears', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	await followProcedure(as('jonas'), slug);
	await beginAmendment(as('ines'), id);
	const first = await findAmendment(as('ines'), id);
	const draft = first.amendment?.draft;
	const [leaf] = draft ? leavesOf(draft.criteria) : [];
	expect(first.amendment?.against).toBe('Noch ist nichts anders als im veröffentlichten Aufruf.');
	const words = { title: 'Nutzen für alle', description: 'Auch am Nachmittag.', levels: leaf?.levels ?? [] };
	await changeAmendment(as('ines'), { id, version: 1, part: { leafId: leaf?.id ?? '', ...words } });
	await expect(publishAmendment(as('ines'), { id, reason: 'Klarer.' })).rejects.toMatchObject({ code: 'must-move' });
	await expect(changeAmendment(as('ines'), { id, version: 1, part: { timeline: {} } })).rejects.toMatchObject({
		code: 'changed-meanwhile'
	});
	const timeline = Object.fromEntries(
		Object.entries(draft?.timeline ?? {}).map(([name, when]) => [
			name,
			when.day >= (draft?.timeline.deadline?.day ?? '') ? { ...when, day: dayAfter(when.day, 14) } : when
		])
	);
	await changeAmendment(as('ines'), { id, version: 2, part: { timeline } });
	const before = await loadFrozen(as(null), id);
	await publishAmendment(as('ines'), { id, reason: 'Es war unklar, ob der Nachmittag zählt.' });
	const after = await loadFrozen(as(null), id);
	expect([after.version, after.hash === before.hash]).toEqual([2, false]);
	const found = await findPublicProcedure(as(null), slug);
	expect(found).toMatchObject({ version: 2, hash: after.hash });
	expect(found.deadline.getTime()).toBeGreaterThanOrEqual(deadline.getTime() + 13.9 * 86_400_000);
	const [latest, original] = found.versions;
	expect(original?.changes).toEqual([]);
	expect(latest?.changes).toContainEqual(expect.objectContaining({ what: 'Name', after: 'Nutzen für alle' }));
	expect(latest?.changes.some(({ part }) => part === 'days')).toBe(true);
	expect(found.content.criteria.areas.flatMap(({ leaves }) => leaves.map(({ title }) => title))).toContain('Nutzen für alle');
	const [box] = await db
		.select()
		.from(seals)
		.where(and(eq(seals.subjectId, id), eq(seals.kind, 'concepts')));
	expect(box?.opensAt).toEqual(found.deadline);
	expect(await told({ db }, 'jonas', 'procedure-amended')).toHaveLength(1);
	const [entry] = await db
		.select()
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, id), eq(recordEntries.kind, 'call.amended')));
	expect(entry?.facts).toMatchObject({ version: 2, before: before.hash, call: after.hash });
	expect((await findAmendment(as('ines'), id)).amendment).toBeNull();
	const desk = { days: await findTimeline(as('ines'), id), tree: await findCriteria(as('ines'), id) };
	expect(desk.days.timeline).toEqual(timelineOf(after.frozen));
	expect(desk.days.timeline.deadline).toEqual(timeline.deadline);
	expect(leavesOf(desk.tree.criteria).map(({ title }) => title)).toEqual(frozenLeaves(after.frozen).map(({ title }) => title));
	expect(JSON.stringify(await exportCriteria(as('ines'), id))).toContain('Nutzen für alle');
});

test('no amendment after the deadline, none on an older version, and one that is dropped leaves no trace', async ({ as, db }) => {
	const { id, deadline } = await plantOpenProcedure({ as, db });
	await beginAmendment(as('ines'), id);
	await dropAmendment(as('ines'), id);
	await expect(publishAmendment(as('ines'), { id, reason: 'Warum nicht.' })).rejects.toMatchObject({ status: 404 });
	await beginAmendment(as('ines'), id);
	await extendForAll(as('ines'), { id, until: new Date(deadline.getTime() + 3_600_000), reason: 'Der Server stand.' });
	await expect(publishAmendment(as('ines'), { id, reason: 'Klarer.' })).rejects.toMatchObject({ code: 'based-on-older' });
	await expect(publishAmendment(at(as('ines'), deadline, 7200), { id, reason: 'Klarer.' })).rejects.toMatchObject({ code: 'too-late' });
	await expect(beginAmendment(at(as('ines'), deadline, 7200), id)).rejects.toMatchObject({ code: 'too-late' });
});

test('a fault of the platform gives everybody more time, also after the deadline, never after the opening', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	await followProcedure(as('jonas'), slug);
	await closeProcedures(at(as(null), deadline));
	const until = new Date(deadline.getTime() + 2 * 86_400_000);
	const later = at(as('ines'), deadline, 600);
	await expect(extendForAll(later, { id, until: deadline, reason: 'Der Server stand.' })).rejects.toMatchObject({ code: 'not-later' });
	await expect(extendForAll(later, { id, until, reason: ' ' })).rejects.toMatchObject({ code: 'no-reason' });
	await extendForAll(later, { id, until, reason: 'Der Server stand eine Stunde.' });
	const found = await findPublicProcedure(later, slug);
	expect(found).toMatchObject({ state: 'open', version: 2, deadline: until });
	expect(found.versions[0]?.reason).toBe('Der Server stand eine Stunde.');
	const [box] = await db.select().from(seals).where(eq(seals.subjectId, id));
	expect(box?.opensAt).toEqual(until);
	expect((await findTimeline(later, id)).timeline.deadline).toEqual(whenOf(until.toISOString()));
	expect((await findTimeline(later, id)).findings, 'what is published is not proposed anew').toBeNull();
	expect(await told({ db }, 'jonas', 'procedure-extended')).toHaveLength(1);
	expect(await kindsOf({ db }, id)).toEqual(['procedure.publish', 'procedure.close', 'procedure.extend', 'call.extended']);
	await db.update(seals).set({ openedAt: until, identity: 'offen' }).where(eq(seals.subjectId, id));
	const evenLater = new Date(until.getTime() + 86_400_000);
	await expect(extendForAll(later, { id, until: evenLater, reason: 'Noch einmal.' })).rejects.toMatchObject({ code: 'opened' });
});

test.for((Object.keys(states) as State[]).filter((state) => isPublic(state) && state !== 'open' && state !== 'closed'))(
	'in the state %s nothing of the open phase goes on',
	async (state, { as, db }) => {
		const { id, slug, deadline } = await plantOpenProcedure({ as, db });
		await putInto({ as, db }, id, state);
		const until = new Date(deadline.getTime() + 86_400_000);
		await expect(extendForAll(as('ines'), { id, until, reason: 'Störung.' })).rejects.toMatchObject({ code: 'not-from-here' });
		await expect(beginAmendment(as('ines'), id)).rejects.toMatchObject({ code: 'too-late' });
		await expect(publishAnswers(as('ines'), { id, evenSo: true })).rejects.toMatchObject({ code: 'not-open' });
		await expect(askQuestion(as('jonas'), { slug, text: 'Und jetzt?' })).rejects.toMatchObject({ code: 'not-open' });
		if (state !== 'cancelled') await expect(repeatProcedure(as('ines'), id)).rejects.toMatchObject({ code: 'not-cancelled' });
	}
);

test('a procedure is cancelled with its reason, and begins anew with what was last published', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await followProcedure(as('jonas'), slug);
	await expect(cancelProcedure(as('ines'), { id, reason: ' ' })).rejects.toMatchObject({ code: 'no-reason' });
	await cancelProcedure(as('ines'), { id, reason: 'Der Dachstuhl ist nicht zu halten.' });
	const found = await findPublicProcedure(as(null), slug);
	expect(found.state).toBe('cancelled');
	expect(found.reasons).toMatchObject([{ step: 'cancel', reason: 'Der Dachstuhl ist nicht zu halten.' }]);
	expect(await told({ db }, 'jonas', 'procedure-cancelled')).toHaveLength(1);
	const again = await repeatProcedure(as('ines'), id);
	const { row } = await findProcedure(as('ines'), again);
	expect(row).toMatchObject({ state: 'draft', repeats: id, slug: null, kind: 'single_stage' });
	const titles = async (of: string) => leavesOf((await findCriteria(as('ines'), of)).criteria).map(({ title, weight }) => [title, weight]);
	expect(await titles(again)).toEqual(await titles(id));
	const names = async (of: string) => (await findMembers(as('ines'), of)).members.map(({ name }) => name).sort();
	expect(await names(again)).toEqual(await names(id));
	await expect(repeatProcedure(as('ines'), id)).rejects.toMatchObject({ code: 'repeated' });
	expect((await findPublication(as('ines'), id)).repeatedBy).toBe(again);
});

test('a room grant keeps its terms when more time is given, and begins anew with them', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db }, { kind: 'room_grant' });
	const termsNow = async () => (await findPublicProcedure(as(null), slug)).content.grant;
	const terms = await termsNow();
	expect(terms?.counterPerformance).toBe('Ein offener Nachmittag im Monat.');
	expect(JSON.stringify((await findPublicPaper(as(null), slug)).blocks)).toContain('01.05.2027 bis 31.10.2027');
	await extendForAll(as('ines'), { id, until: new Date(deadline.getTime() + 3_600_000), reason: 'Der Server stand.' });
	expect(await termsNow()).toEqual(terms);
	await cancelProcedure(as('ines'), { id, reason: 'Es geht nicht.' });
	expect((await findProcedure(as('ines'), await repeatProcedure(as('ines'), id))).grant).toEqual(terms);
});

test('withheld, nobody sees it and nothing of it; restored, it stands as it is by now', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await withholdProcedure(as('renate'), id);
	for (const seen of [
		findPublicProcedure(as(null), slug),
		findPublicPaper(as(null), slug),
		followProcedure(as('jonas'), slug),
		askQuestion(as('jonas'), { slug, text: 'Wo ist es hin?' })
	])
		await expect(seen).rejects.toMatchObject({ status: 404 });
	expect((await viewProcedures(as(null), all)).total).toBe(0);
	await cancelProcedure(as('ines'), { id, reason: 'Aus anderem Grund.' });
	await restoreProcedure(as('renate'), id);
	expect((await findPublicProcedure(as(null), slug)).state).toBe('cancelled');
	await expect(withholdProcedure(as('renate'), 'ffffffff-ffff-4fff-8fff-ffffffffffff')).rejects.toMatchObject({ code: 'content-gone' });
});

test('the list can be asked by stand, kind, state, municipality and deadline, and the API goes on where it ended', async ({ as, db }) => {
	const { id, deadline } = await plantOpenProcedure({ as, db });
	const shown = async (query: string, now = as(null)) => (await viewProcedures(now, readProcedureQuery(new URLSearchParams(query)))).total;
	expect([await shown('stand=open'), await shown('stand=decided'), await shown('art=single_stage'), await shown('art=room_grant')]).toEqual(
		[1, 0, 1, 0]
	);
	expect([await shown('land=12'), await shown('land=01'), await shown('kommune=angermuende'), await shown('kommune=xy')]).toEqual([
		1, 0, 1, 0
	]);
	expect(await shown('frist=14', at(as(null), deadline, -86_400))).toBe(1);
	const one = await listProceduresFrom(as(null), { limit: 1, state: 'open' }, null);
	expect([one.items.map((row) => row.id), one.next, one.total]).toEqual([[id], null, 1]);
	const [row] = one.items;
	expect((await listProceduresFrom(as(null), { limit: 1 }, [row?.publishedAt.toISOString() ?? '', id])).items).toEqual([]);
	for (const odd of [
		['gestern', 'x'],
		['1', id],
		['2026-02-31T00:00:00.000Z', id],
		[null, id]
	])
		await expect(listProceduresFrom(as(null), { limit: 1 }, odd)).rejects.toMatchObject({ code: 'bad-cursor' });
});

test('the office sees what is missing and the very hash that is published', async ({ as, db }) => {
	const { id } = await plantReady({ as, db });
	const { preparation } = await findPublication(as('ines'), id);
	expect(preparation).toMatchObject({ missing: [], keysMissing: 0 });
	expect(preparation?.openers.every(({ hasKey }) => hasKey)).toBe(true);
	const { publishProcedure } = await import('./publish-procedure.ts');
	await publishProcedure(as('ines'), { id });
	expect((await loadFrozen(as(null), id)).hash).toBe(preparation?.hash);
	expect(await told({ db }, 'mara', 'procedure-published')).toHaveLength(1);
	expect((await findCallPaper(as('ines'), id)).blocks.length).toBeGreaterThan(5);
	await expect(findPublication(as('mara'), id)).rejects.toMatchObject({ status: 404 });
});

test('every entry of the open phase has its sentence', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	await askQuestion(as('jonas'), { slug, text: 'Gibt es Strom?' });
	await extendForAll(as('ines'), { id, until: new Date(deadline.getTime() + 3_600_000), reason: 'Der Server stand.' });
	await cancelProcedure(as('ines'), { id, reason: 'Schluss.' });
	await repeatProcedure(as('ines'), id);
	const own = (await kindsOf({ db }, id)).filter((kind) => !/^procedure\.(publish|cancel)$/.test(kind));
	expect(own).toEqual(['question.asked', 'call.extended', 'procedure.repeated']);
	expect(own.every((kind) => kind in kinds)).toBe(true);
});
