import { and, eq, inArray } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leavesOf } from '#modules/procedures/criteria.ts';
import { dayAfter } from '#lib/calendar.ts';
import { askQuestion } from '#modules/procedures/server/ask-question.ts';
import { beginAmendment } from '#modules/procedures/server/begin-amendment.ts';
import { changeAmendment } from '#modules/procedures/server/change-amendment.ts';
import { draftAnswer } from '#modules/procedures/server/draft-answer.ts';
import { findAmendment } from '#modules/procedures/server/find-amendment.ts';
import { listQuestions } from '#modules/procedures/server/list-questions.ts';
import { publishAmendment } from '#modules/procedures/server/publish-amendment.ts';
import { publishAnswers } from '#modules/procedures/server/publish-answers.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { saveViewing } from '#modules/procedures/server/save-viewing.ts';
import { signUp } from '#modules/procedures/server/sign-up.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { demoOpenerKeys } from './demo-keys.ts';

const day = 86_400_000;

/** Who opens what comes in, with the keys of the demo. To be called before a draft is finished. */
export async function placeOpeners({ db, now }: Ctx, id: string): Promise<void> {
	const mails = demoOpenerKeys.map(({ who }) => cast[who].email);
	await db
		.update(procedureMembers)
		.set({ isOpener: true })
		.where(and(eq(procedureMembers.procedureId, id), inArray(procedureMembers.email, mails)));
	await db
		.insert(openerKeys)
		.values(
			demoOpenerKeys.map(({ who, recipient }) => ({ id: newId(), subjectId: id, personId: cast[who].id, recipient, createdAt: now }))
		);
}

const asked: [who: CastName, text: string, wording: string, answer: string][] = [
	[
		'amira',
		'Wir vom Werkhof würden gern wissen: Wie laut darf es abends am Teich sein?',
		'Wie laut darf es abends am Teich sein?',
		'Bis 22 Uhr. An zehn Tagen im Jahr darf es länger gehen.'
	],
	[
		'jonas',
		'Kann man den Schlauchturm auch abbauen?',
		'Kann der Schlauchturm abgebaut werden?',
		'Nein. Er gehört zum Ortsbild und bleibt stehen; innen ist er frei nutzbar.'
	]
];

async function placeAmendment(ctx: Ctx, id: string): Promise<void> {
	await beginAmendment(ctx, id);
	const { amendment, frozen } = await findAmendment(ctx, id);
	if (!amendment) return;
	const { timeline, criteria } = amendment.draft;
	const later = Object.fromEntries(
		Object.entries(timeline).map(([name, when]) => [
			name,
			when.day >= (timeline.deadline?.day ?? '') ? { ...when, day: dayAfter(when.day, 14) } : when
		])
	);
	await changeAmendment(ctx, { id, version: 1, part: { timeline: later } });
	const [leaf] = leavesOf(criteria);
	const words = {
		title: leaf?.title ?? '',
		description: `${leaf?.description ?? ''} Auch Angebote am Nachmittag zählen.`.trim(),
		levels: leaf?.levels ?? []
	};
	if (leaf && frozen.areas.length) await changeAmendment(ctx, { id, version: 2, part: { leafId: leaf.id, ...words } });
	await publishAmendment(ctx, {
		id,
		reason: 'In den ersten Fragen zeigte sich: Offen war, ob auch Angebote am Nachmittag zählen. Alle bekommen zwei Wochen mehr.'
	});
}

/** Publishes one of the demo's procedures and lets people ask, sign up and read. */
export async function openOne(pool: Pool, { id, now }: { id: string; now: Date }): Promise<void> {
	const at = (who: CastName, ago: number): Ctx => ({ db: openDb(pool), actor: cast[who], now: new Date(now.getTime() - ago * day) });
	await openDb(pool).update(procedures).set({ isDemo: true }).where(eq(procedures.id, id));
	const slug = await publishProcedure(at('ines', 16), { id });
	const viewing = {
		viewingId: undefined,
		minutes: 90,
		place: 'Am Anger in Kerkow, bei der Bushaltestelle',
		guestNote: 'Von dort gehen wir zusammen. Festes Schuhwerk, im Turm ist es dunkel.'
	};
	const startsAt = new Date(Math.ceil((now.getTime() + 9 * day) / day) * day + 14 * 3_600_000);
	const viewingId = await saveViewing(at('ines', 15), { id, input: { ...viewing, startsAt, capacity: 12 } });
	await signUp(at('amira', 12), { slug, viewingId, answer: 'yes', people: 3 });
	await signUp(at('jonas', 10), { slug, viewingId, answer: 'yes', people: 1 });
	for (const [who, text] of asked) await askQuestion(at(who, 11), { slug, text });
	const { questions } = await listQuestions(at('ines', 8), id);
	for (const [, text, wording, answer] of asked) {
		const question = questions.find((one) => one.text === text);
		if (question) await draftAnswer(at('ines', 8), { id, input: { questionId: question.id, wording, answer } });
	}
	await publishAnswers(at('ines', 7), { id, evenSo: true });
	await placeAmendment(at('ines', 6), id);
	await askQuestion(at('hanna', 2), { slug, text: 'Dürfen Gäste in der Halle auch übernachten?' });
}
