import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { questionState, revealing } from '../question.ts';
import { changePage } from './internal/page.ts';
import { heldForAnswers } from './internal/question-for.ts';
import { procedureQuestions } from './publication-tables.ts';
import { tellFollowers } from './tell-followers.ts';

async function draftsOf({ db }: Ctx, id: string) {
	const rows = await db
		.select({ row: procedureQuestions, name: people.name, email: people.email })
		.from(procedureQuestions)
		.leftJoin(people, eq(people.id, procedureQuestions.personId))
		.where(and(eq(procedureQuestions.procedureId, id), isNull(procedureQuestions.publishedAt)))
		.orderBy(asc(procedureQuestions.askedAt), asc(procedureQuestions.id));
	return rows.filter(({ row }) => questionState(row) === 'drafted');
}

/** All answers that are drafted go out at once, without names, and become part of the call. `evenSo`: though a text may reveal who asked. Throws 401, 404, 409. */
export async function publishAnswers(ctx: Ctx, { id, evenSo }: { id: string; evenSo: boolean }): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await heldForAnswers(inside, id);
		const drafts = await draftsOf(inside, id);
		if (!drafts.length)
			throw refused('nothing', 'Noch ist keine Antwort fertig. Es braucht je Frage eine Fassung ohne Absender und eine Antwort.');
		const doubts = drafts.filter(
			({ row, name, email }) => revealing(`${row.wording}\n${row.answer}`, { name: name ?? '', email: email ?? '' }).length
		);
		if (doubts.length && !evenSo)
			throw refused(
				'reveals',
				'Mindestens ein Text könnte verraten, wer gefragt hat. Bitte ansehen, ändern, oder unten bestätigen.',
				'evenSo'
			);
		const last = await db.$count(
			procedureQuestions,
			and(eq(procedureQuestions.procedureId, id), sql`${procedureQuestions.publishedAt} is not null`)
		);
		const ids = drafts.map(({ row }) => row.id);
		await db.execute(sql`
			update procedure_questions q set number = d.n + ${last}::int, published_at = ${ctx.now.toISOString()}::timestamptz
			from unnest(${sql.param(ids)}::uuid[]) with ordinality d (id, n) where d.id = q.id`);
		const answers = drafts.map(({ row }, n) => ({ number: last + n + 1, question: row.wording, answer: row.answer }));
		await appendEntry(inside, { recordId: id, kind: 'question.answered', facts: { answers } });
		await recordEvent(inside, 'procedure.answered', { subjectId: id, data: { count: answers.length } });
		await changePage(inside, id, {});
		const text =
			answers.length === 1
				? 'Eine Frage ist für alle beantwortet. Die Antwort gehört jetzt zum Aufruf.'
				: `${answers.length} Fragen sind für alle beantwortet. Die Antworten gehören jetzt zum Aufruf.`;
		await tellFollowers(inside, id, {
			kind: 'procedure-answers',
			key: String(last + answers.length),
			title: 'Antworten',
			text,
			part: '#fragen'
		});
		return answers.length;
	});
}
