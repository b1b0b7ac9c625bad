import { eq, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { caseInput, plantCase } from '#testing/cases.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { answerMessage } from './answer-message.ts';
import { answerViewing } from './answer-viewing.ts';
import { cases, recommendations, viewings } from './case-tables.ts';
import { escalateOverdue } from './escalate-overdue.ts';
import { findCase } from './find-case.ts';
import { findOwnCase } from './find-own-case.ts';
import { followUpMessage } from './follow-up-message.ts';
import { findPublicViewing, listPublicViewings } from './list-public-viewings.ts';
import { openCase } from './open-case.ts';
import { saveRecommendation } from './save-recommendation.ts';
import { saveViewing } from './save-viewing.ts';
import { sendMessage } from './send-message.ts';
import { signUpForViewing } from './sign-up-for-viewing.ts';
import { stepCase } from './step-case.ts';
import { stepRecommendation } from './step-recommendation.ts';
import { stepViewing } from './step-viewing.ts';
import { messages } from './tables.ts';
import { tendCases } from './tend-cases.ts';

const day = 86_400_000;
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + days * day) });
const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const isoIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);

test(
	'over a year: what sleeps is silent and wakes once on its day; what is due is said again every two weeks, never twice a day',
	{ timeout: 90_000 },
	async ({ db, as }) => {
		const { id } = await plantCase({ db, as }, { nextStepOn: isoIn(3) });
		const asleep = await plantCase({ db, as }, { nextStepOn: isoIn(3), title: 'Schläft' });
		for (const one of [id, asleep.id]) {
			const input = { kind: 'advice', text: 'Statik ansehen', dueOn: isoIn(10) } as const;
			await saveRecommendation(as('ines'), { id: one, input });
		}
		await stepCase(as('ines'), { id: asleep.id, input: { step: 'sleep', sleepUntil: isoIn(100), reason: 'Bescheid abwarten' } });
		await db.delete(notices);
		for (let n = 1; n <= 365; n++) {
			await tendCases(later(as(null), n));
			if (n % 7 === 4) expect(await tendCases(later(as(null), n))).toEqual({ woke: 0, overdue: 0, recommendations: 0, viewings: 0 });
		}
		const kinds = async (personId: string, caseId: string) => {
			const rows = await db.select().from(notices).where(eq(notices.personId, personId)).orderBy(notices.createdAt);
			return rows
				.filter(({ data }) => String(data.href).endsWith(caseId))
				.map(({ kind, createdAt }) => [kind, Math.round((createdAt.getTime() - now.getTime()) / day)] as const);
		};
		const ines = await kinds(cast.ines.id, id);
		expect(ines.slice(0, 3)).toEqual([
			['case-overdue', 4],
			['case-overdue', 18],
			['case-overdue', 32]
		]);
		expect(ines).toHaveLength(26);
		expect(await kinds(cast.hanna.id, id)).toEqual([
			['case-reminder', 10],
			['case-reminder', 24]
		]);
		expect((await kinds(cast.ines.id, asleep.id)).slice(0, 2)).toEqual([
			['case-woke', 100],
			['case-overdue', 101]
		]);
		expect(await kinds(cast.hanna.id, asleep.id)).toEqual([
			['case-reminder', 100],
			['case-reminder', 114]
		]);
		expect((await db.select().from(cases).where(eq(cases.id, asleep.id)))[0]).toMatchObject({ state: 'accepted', sleepUntil: null });
	}
);

test('reminders stop when it is done, hangs or does not help, and the party says so itself', async ({ db, as }) => {
	const { id } = await plantCase({ db, as });
	for (const text of ['erledigt', 'hängt', 'hilft nicht'])
		await saveRecommendation(as('ines'), { id, input: { kind: 'advice', text, dueOn: isoIn(1) } });
	const all = await db.select().from(recommendations).orderBy(recommendations.text);
	const [done, blocked, useless] = all.map((one) => one.id);
	await stepRecommendation(as('hanna'), { id, recommendationId: done ?? '', step: 'already_done' });
	expect(await refusalOf(stepRecommendation(as('hanna'), { id, recommendationId: blocked ?? '', step: 'block' }))).toBe('422 no-reason');
	await stepRecommendation(as('hanna'), { id, recommendationId: blocked ?? '', step: 'block', reason: 'Geld fehlt' });
	await stepRecommendation(as('hanna'), { id, recommendationId: useless ?? '', step: 'not_useful' });
	expect(await refusalOf(stepRecommendation(as('friedrich'), { id, recommendationId: done ?? '', step: 'resume' }))).toBe('404 not-found');
	for (let n = 1; n < 60; n++) expect((await tendCases(later(as(null), n))).recommendations).toBe(0);
});

const contact = { of: angermuende, role: 'vacancy_officer', publicVisibility: 'public', responseTargetDays: 5 } as const;

test('a message without an answer in the promised days goes to the deputy, once and with the reason', async ({ db, as }) => {
	await saveContact(as('ines'), { ...contact, unit: 'Bauamt', email: 'bau@angermuende.example' });
	const [deputy] = (await findContacts(as('ines'), angermuende)).contacts;
	await saveContact(as('ines'), {
		...contact,
		unit: 'Leerstand',
		email: 'leer@angermuende.example',
		deputyId: deputy?.id,
		topics: ['spaces']
	});
	await sendMessage(as('amira'), { input: { of: angermuende, topic: 'spaces', text: 'Ist der Gasthof frei?' }, address: '192.0.2.1' });
	expect(await escalateOverdue(later(as(null), 4.9))).toEqual({ messages: 0, cases: 0 });
	expect(await escalateOverdue(later(as(null), 5.1))).toEqual({ messages: 1, cases: 0 });
	for (let n = 6; n < 60; n++) expect(await escalateOverdue(later(as(null), n))).toEqual({ messages: 0, cases: 0 });
	const [message] = await db.select().from(messages);
	expect(message?.sentTo).toEqual(['leer@angermuende.example', 'bau@angermuende.example']);
	expect(message?.why).toContain('innerhalb von 5 Tagen nicht geantwortet. Jetzt ist die Vertretung gefragt: Bauamt');
	const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = 'bau@angermuende.example'`);
	expect(rows[0]?.n).toBe(1);
});

test('a case whose every contact is away lands at an office that may work on it then', async ({ as }) => {
	await saveContact(as('ines'), { ...contact, unit: 'Bauamt', email: 'bau@angermuende.example', absentFrom: '2026-11-01' });
	const { id } = await openCase(as('ines'), caseInput());
	expect(await refusalOf(findCase(as('oskar'), id))).toBe('404 not-found');
	await escalateOverdue(later(as(null), 30));
	expect((await findCase(as('oskar'), id)).row).toMatchObject({ escalatedTo: 'office', state: 'new' });
	expect((await findCase(as('ines'), id)).row.escalatedWhy).toContain('nicht geantwortet');
	await stepCase(as('oskar'), { id, input: { step: 'accept', assigneeId: cast.oskar.id, nextStep: 'Anrufen', nextStepOn: isoIn(31) } });
	expect(await escalateOverdue(later(as(null), 90))).toEqual({ messages: 0, cases: 0 });
});

test('viewings: places, waiting list, moving up, a change of date and a cancellation reach whoever signed up', async ({ db, as }) => {
	const { id } = await plantCase({ db, as });
	const startsAt = new Date(now.getTime() + 10 * day);
	const input = { title: 'Rundgang', startsAt, place: 'Markt 12', capacity: 3 };
	expect(await refusalOf(saveViewing(as('ines'), { id, input: { ...input, startsAt: now } }))).toBe('422 past');
	await saveViewing(as('ines'), { id, input });
	const viewingId = (await db.select().from(viewings))[0]?.id ?? '';
	expect(await answerViewing(as('hanna'), { id, viewingId, answer: 'yes', people: 2 })).toBe('coming');
	expect(await answerViewing(as('hanna'), { id, viewingId, answer: 'yes', people: 2 })).toBe('coming');
	expect(await answerViewing(as('amira'), { id, viewingId, answer: 'yes', people: 2 })).toBe('waiting');
	expect(await refusalOf(answerViewing(as('amira'), { id, viewingId, answer: 'yes', people: 4 }))).toBe('422 too-many');
	expect(await refusalOf(answerViewing(as('jonas'), { id, viewingId, answer: 'yes' }))).toBe('404 not-found');
	expect(await refusalOf(saveViewing(as('ines'), { id, input: { ...input, viewingId, capacity: 1 } }))).toBe('422 fewer-places');
	await answerViewing(as('hanna'), { id, viewingId, answer: 'no' });
	const toldTo = async (personId: string) =>
		(await db.select().from(notices).where(eq(notices.personId, personId)))
			.map(({ kind }) => kind)
			.filter((kind) => kind !== 'case-party')
			.sort();
	expect(await toldTo(cast.amira.id)).toEqual(['case-moved-up', 'case-viewing']);
	expect((await tendCases(later(as(null), 7.9))).viewings).toBe(0);
	expect((await tendCases(later(as(null), 8.5))).viewings).toBe(1);
	expect((await tendCases(later(as(null), 9.5))).viewings).toBe(0);
	await saveViewing(as('ines'), { id, input: { ...input, viewingId, startsAt: new Date(startsAt.getTime() + day) } });
	await stepViewing(as('ines'), { id, viewingId, step: 'cancel', reason: 'Schlüssel verloren' });
	expect(await refusalOf(stepViewing(as('ines'), { id, viewingId, step: 'cancel', reason: 'noch mal' }))).toBe('409 not-from-here');
	expect(await refusalOf(answerViewing(as('amira'), { id, viewingId, answer: 'yes' }))).toBe('409 cancelled');
	const told = ['case-moved-up', 'case-viewing', 'case-viewing-cancelled', 'case-viewing-moved', 'case-viewing-soon'];
	expect(await toldTo(cast.amira.id)).toEqual(told);
	expect(await toldTo(cast.hanna.id)).toEqual(['case-viewing']);
});

test('a public viewing is open to whoever is signed in; they hear of changes and read nothing of the case', async ({ db, as }) => {
	const { id } = await plantCase({ db, as });
	const startsAt = new Date(now.getTime() + 10 * day);
	const input = { title: 'Rundgang', startsAt, place: 'Markt 12', capacity: 3 };
	await saveViewing(as('ines'), { id, input: { ...input, title: 'Nur für uns' } });
	await saveViewing(as('ines'), { id, input: { ...input, isPublic: true } });
	const [inside, open] = ['Nur für uns', 'Rundgang'];
	const all = await db.select().from(viewings);
	const idOf = (title: string | undefined) => all.find((one) => one.title === title)?.id ?? '';
	expect(await listPublicViewings(as(null))).toMatchObject([{ title: open, organisation: 'Angermünde', taken: 0 }]);
	expect(await refusalOf(findPublicViewing(as('jonas'), idOf(inside)))).toBe('404 not-found');
	expect(await refusalOf(signUpForViewing(as('jonas'), { viewingId: idOf(inside), answer: 'yes' }))).toBe('404 not-found');
	expect(await refusalOf(signUpForViewing(as(null), { viewingId: idOf(open), answer: 'yes' }))).toBe('401 sign-in');
	expect(await signUpForViewing(as('jonas'), { viewingId: idOf(open), answer: 'yes', people: 2 })).toBe('coming');
	expect(await signUpForViewing(as('jonas'), { viewingId: idOf(open), answer: 'yes', people: 2 })).toBe('coming');
	expect((await findPublicViewing(as('jonas'), idOf(open))).mine).toEqual({ state: 'coming', people: 2 });
	expect(await refusalOf(findOwnCase(as('jonas'), id))).toBe('404 not-found');
	await stepViewing(as('ines'), { id, viewingId: idOf(open), step: 'cancel', reason: 'Schlüssel verloren' });
	const told = await db.select().from(notices).where(eq(notices.personId, cast.jonas.id));
	expect(told.map(({ kind, data }) => [kind, data.href])).toEqual([['case-viewing-cancelled', `/termine/${idOf(open)}`]]);
	expect(await listPublicViewings(as(null))).toEqual([]);
});

test('who was asked because nobody answered in time hears every further word and goes on answering', async ({ db, as }) => {
	await saveContact(as('ines'), { ...contact, unit: 'Bauamt', email: 'bau@angermuende.example', absentFrom: '2026-11-25' });
	await sendMessage(as('amira'), { input: { of: angermuende, text: 'Ist der Gasthof frei?' }, address: '192.0.2.1' });
	await escalateOverdue(later(as(null), 8));
	const [message] = await db.select().from(messages);
	expect(message?.step).toBe('office');
	await followUpMessage(later(as('amira'), 9), { key: { id: message?.id ?? '' }, text: 'Wir sind zu siebt.' });
	const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from mails where email = ${cast.oskar.email}`);
	expect(rows[0]?.n).toBe(2);
	await answerMessage(later(as('oskar'), 10), { key: { id: message?.id ?? '' }, input: { kind: 'answer', text: 'Ja.' } });
});
