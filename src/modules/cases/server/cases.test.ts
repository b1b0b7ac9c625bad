import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { stepMatch } from '#modules/matching/server/step-match.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { eraseOwnAccount } from '#modules/people/server/erase-own-account.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { caseInput, plantCase } from '#testing/cases.ts';
import { angermuende, cast, herzberg, type CastName } from '#testing/cast.ts';
import { plantRequest } from '#testing/requests.ts';
import { withSession } from '#testing/sessions.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, now, test } from '#testing/world.ts';
import { readCaseFilter } from '../case-filter.ts';
import { answerIntroduction } from './answer-introduction.ts';
import { caseParties, cases, caseSharedNotes, introductions } from './case-tables.ts';
import { countCases } from './count-cases.ts';
import { findCase } from './find-case.ts';
import { findOwnCase, listOwnCases } from './find-own-case.ts';
import { handOverCase } from './hand-over-case.ts';
import { listCaseNotes } from './list-case-notes.ts';
import { listCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { planCase } from './plan-case.ts';
import { proposeIntroduction } from './propose-introduction.ts';
import { endParty, saveParty } from './save-party.ts';
import { sendMessage } from './send-message.ts';
import { stepCase } from './step-case.ts';
import { messages } from './tables.ts';
import { writeAsParty, writeInternalNote, writeSharedNote } from './write-note.ts';

const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * 86_400_000) });
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const all = readCaseFilter(new URLSearchParams('ansicht=tafel'));

test('a call becomes a case that is new, is taken on with a next step and a day, and ends with an outcome that all parties hear of', async ({
	db,
	as
}) => {
	const { id } = await openCase(as('ines'), caseInput({ partyName: 'Frau Ebert', partyPhone: '03331 1' }));
	expect((await findCase(as('ines'), id)).parties).toMatchObject([{ name: 'Frau Ebert', access: 'none' }]);
	expect(await refusalOf(stepCase(as('ines'), { id, input: { step: 'clarify' } }))).toBe('409 not-from-here');
	expect(await refusalOf(stepCase(as('ines'), { id, input: { step: 'accept', assigneeId: cast.ines.id } }))).toBe('422 no-next-step');
	const plan = { nextStep: 'Anrufen', nextStepOn: '2026-11-25' };
	expect(await refusalOf(stepCase(as('ines'), { id, input: { step: 'accept', assigneeId: cast.jonas.id, ...plan } }))).toBe(
		'422 no-colleague'
	);
	expect(await stepCase(as('ines'), { id, input: { step: 'accept', assigneeId: cast.ines.id, ...plan } })).toBe('accepted');
	const emptied = { title: 'x', assigneeId: cast.ines.id };
	expect(await refusalOf(planCase(as('ines'), { id, input: emptied }))).toBe('422 no-next-step');
	await saveParty(as('ines'), { id, input: { name: 'Hanna', email: cast.hanna.email, role: 'owner', access: 'shared' } });
	await stepCase(as('ines'), { id, input: { step: 'close', outcome: 'let', reason: 'Vertrag unterschrieben.' } });
	const told = await db.select().from(notices).where(eq(notices.personId, cast.hanna.id));
	expect(told.map(({ kind, topic }) => `${kind} ${topic}`).sort()).toEqual(['case-ended case', 'case-party case']);
	expect(await refusalOf(writeSharedNote(as('ines'), { id, text: 'noch was' }))).toBe('409 case-ended');
	expect((await findCase(as('ines'), id)).history.map(({ step }) => step)).toEqual(['close', 'accept', 'open']);
});

test('the list shows exactly the cases that somebody may open', async ({ as, db }) => {
	const own = await openCase(as('ines'), caseInput());
	const office = await openCase(as('oskar'), caseInput({ of: herzberg, title: 'Für Herzberg' }));
	const [held] = await db.select().from(cases).where(eq(cases.id, office.id));
	expect(held?.holder).toBe('office');
	for (const who of ['ines', 'friedrich', 'oskar', 'renate', 'amira', 'hanna'] as CastName[]) {
		const listed = (await listCases(as(who), all)).items.map(({ id }) => id).sort();
		const opened: string[] = [];
		for (const { id } of [own, office]) if ((await refusalOf(findCase(as(who), id))) === 'done') opened.push(id);
		expect([who, listed]).toEqual([who, opened.sort()]);
	}
});

test('internal stays inside, of other people a party reads the role, and contact is shown to both once both agreed', async ({ as, db }) => {
	const { id, hanna, amira } = await plantCase({ db, as });
	await writeInternalNote(as('ines'), { id, text: 'GEHEIM Streit' });
	await writeSharedNote(as('ines'), { id, text: 'Willkommen' });
	await writeAsParty(as('hanna'), { id, text: 'Danke, wer sucht denn?' });
	await saveParty(as('ines'), { id, input: { name: 'Jonas', email: cast.jonas.email, role: 'adviser', access: 'internal' } });
	const seen = await findOwnCase(as('amira'), id);
	const text = JSON.stringify(seen);
	for (const hidden of ['GEHEIM', 'Hanna', 'hanna.lindner', cast.hanna.id, 'Mit den Erben sprechen']) expect(text).not.toContain(hidden);
	expect(seen.notes.map(({ by }) => by)).toEqual(['Eigentümer:in', 'Ines Krüger, Angermünde']);
	expect((await findOwnCase(as('jonas'), id)).internal).toMatchObject([{ text: 'GEHEIM Streit' }]);
	for (const who of ['friedrich', 'oskar', 'mara'] as const) expect(await refusalOf(findOwnCase(as(who), id))).toBe('404 not-found');

	await proposeIntroduction(as('ines'), { id, input: { firstId: hanna, secondId: amira, text: 'Das passt.' } });
	const [one] = await db.select().from(introductions);
	const introductionId = one?.id ?? '';
	expect(await refusalOf(answerIntroduction(as('jonas'), { id, introductionId, answer: 'yes' }))).toBe('404 not-found');
	expect(await answerIntroduction(as('hanna'), { id, introductionId, answer: 'yes' })).toBe('proposed');
	expect(await refusalOf(answerIntroduction(as('hanna'), { id, introductionId, answer: 'yes' }))).toBe('409 answered');
	expect((await findOwnCase(as('amira'), id)).introductions).toMatchObject([{ other: 'Eigentümer:in', contact: null }]);
	expect(await answerIntroduction(as('amira'), { id, introductionId, answer: 'yes' })).toBe('agreed');
	expect((await findOwnCase(as('amira'), id)).introductions).toMatchObject([
		{ contact: { name: cast.hanna.name, email: cast.hanna.email } }
	]);
	expect((await findOwnCase(as('hanna'), id)).introductions).toMatchObject([{ contact: { email: cast.amira.email } }]);

	await endParty(as('ines'), { id, partyId: amira });
	expect(await refusalOf(findOwnCase(as('amira'), id))).toBe('404 not-found');
	expect(await listOwnCases(as('amira'))).toEqual([]);
});

test('somebody known by address alone reads along once the address is confirmed, and takes part with their account from then on', async ({
	as,
	db
}) => {
	const { id } = await openCase(as('ines'), caseInput());
	await saveParty(as('ines'), { id, input: { name: 'Neu', email: 'neu@post.example', role: 'seeker', access: 'shared' } });
	const stranger = { ...cast.amira, email: 'neu@post.example' };
	expect(await refusalOf(findOwnCase(as(stranger), id))).toBe('404 not-found');
	await db.update(people).set({ email: 'neu@post.example' }).where(eq(people.id, cast.amira.id));
	await writeAsParty(as(stranger), { id, text: 'Hier bin ich.' });
	const [party] = await db.select().from(caseParties).where(eq(caseParties.caseId, id));
	expect(party?.personId).toBe(cast.amira.id);
});

test('a message becomes one case, however often the link is used', async ({ as, db }) => {
	await sendMessage(as('amira'), { input: { of: angermuende, topic: 'spaces', text: 'Ist der Gasthof frei?' }, address: '192.0.2.1' });
	const [message] = await db.select().from(messages);
	const input = caseInput({ of: undefined, message: message?.id });
	const first = await openCase(as('ines'), input);
	expect(first.isNew).toBe(true);
	expect(await openCase(as('ines'), input)).toEqual({ id: first.id, isNew: false });
	expect(await refusalOf(openCase(as('friedrich'), input))).toBe('404 not-found');
	expect((await findOwnCase(as('amira'), first.id)).role).toBe('seeker');
});

test('a match with contact released is in mediation from the day of its case', async ({ as, db }) => {
	const space = await plantSpace(db, { property: { ownerPersonId: cast.hanna.id } });
	const request = await plantRequest(db);
	const key = { spaceId: space.id, requestId: request.id };
	await stepMatch(as('amira'), { ...key, step: 'interest' });
	await stepMatch(as('ines'), { ...key, step: 'interest' });
	const input = caseInput({ of: undefined, space: space.id, request: request.id });
	const { id } = await openCase(as('ines'), input);
	expect((await db.select().from(matches).where(eq(matches.requestId, request.id)))[0]?.state).toBe('in_case');
	expect(await openCase(as('ines'), input)).toEqual({ id, isNew: false });
	const roles = (await findCase(as('ines'), id)).parties.map(({ role }) => role).sort();
	expect(roles).toEqual(['owner', 'seeker']);
});

test('a case handed over goes with what is shared; internal notes only where they are given along; the former office reads on as a party', async ({
	as,
	db
}) => {
	const { id } = await plantCase({ db, as });
	await writeInternalNote(as('ines'), { id, text: 'nur für uns' });
	await writeSharedNote(as('ines'), { id, text: 'für alle' });
	const reason = 'Das Haus steht in Herzberg.';
	expect(await refusalOf(handOverCase(as('ines'), { id, input: { ort: angermuende, reason, withNotes: false } }))).toBe('422 same');
	await handOverCase(as('ines'), { id, input: { ort: herzberg, reason, withNotes: false } });
	expect(await refusalOf(findCase(as('ines'), id))).toBe('404 not-found');
	expect((await findOwnCase(as('ines'), id)).notes.map(({ text }) => text)).toEqual(['für alle']);
	expect(await listCaseNotes(as('friedrich'), id)).toMatchObject({ internal: [], shared: [{ text: 'für alle' }] });
	expect((await findOwnCase(as('hanna'), id)).history[0]).toMatchObject({ step: 'hand_over', reason: `An Herzberg (Elster): ${reason}` });
	await writeInternalNote(as('friedrich'), { id, text: 'aus Herzberg' });
	await handOverCase(as('friedrich'), { id, input: { ort: angermuende, reason: 'Doch nicht.', withNotes: true } });
	expect((await listCaseNotes(as('ines'), id)).internal.map(({ text }) => text)).toEqual(['aus Herzberg', 'nur für uns']);
});

test('figures count what is open, asleep and over, and say how soon a first word comes only from five cases on', async ({ as, db }) => {
	const { id } = await plantCase({ db, as });
	await stepCase(as('ines'), { id, input: { step: 'sleep', sleepUntil: '2027-01-10', reason: 'Winter' } });
	for (let i = 0; i < 4; i++) {
		const next = await openCase(as('ines'), caseInput({ nextStep: 'Anrufen', nextStepOn: '2026-11-23' }));
		await writeSharedNote(later(as('ines'), 2), { id: next.id, text: 'Guten Tag' });
		if (i === 0) await stepCase(later(as('ines'), 3), { id: next.id, input: { step: 'close', outcome: 'no_match' } });
	}
	expect((await countCases(later(as('ines'), 3))).firstWordHours).toBeNull();
	const figures = await countCases(later(as('ines'), 30));
	expect(figures).toMatchObject({ asleep: 1, fresh: 0, open: 3, late: 3, firstWordHours: 48, outcomes: [{ outcome: 'no_match', n: 1 }] });
	expect(figures.load).toMatchObject([{ name: cast.ines.name, open: 3, late: 3 }]);
	expect((await countCases(as('amira'))).open).toBe(0);
});

test('who leaves is no party any more; three years after its end the case is gone', async ({ as, db }) => {
	const { id } = await plantCase({ db, as });
	await writeAsParty(as('amira'), { id, text: 'Hallo' });
	await eraseOwnAccount(await withSession(as('amira')));
	expect((await findCase(as('ines'), id)).parties.map(({ name }) => name)).toEqual([cast.hanna.name]);
	expect((await listCaseNotes(as('ines'), id)).shared).toMatchObject([{ text: 'Hallo', by: null }]);
	expect(await db.select().from(caseSharedNotes)).toMatchObject([{ byPersonId: null, partyId: null }]);
	await stepCase(as('ines'), { id, input: { step: 'close', outcome: 'withdrawn' } });
	await keepRetention(later(as(null), 1095));
	expect(await db.$count(cases)).toBe(1);
	await keepRetention(later(as(null), 1097));
	expect(await db.$count(cases)).toBe(0);
});
