import { asc, desc, eq, and, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { mayAnswer, questionState, revealing, type QuestionState } from '../question.ts';
import { procedureOfTown } from './internal/procedure-for.ts';
import { procedureQuestions } from './publication-tables.ts';

export type DeskQuestion = {
	id: string;
	number: number | null;
	text: string;
	wording: string;
	answer: string;
	askedAt: Date;
	state: QuestionState;
	asideReason: string | null;
	/** What might tell who asked: in the wording and the answer once they are drafted, in the question before. */
	doubts: string[];
};

/** The questions for the office: what was asked, never by whom. Throws 401, 404. */
export async function listQuestions(ctx: Ctx, id: string): Promise<{ questions: DeskQuestion[]; isOpen: boolean }> {
	const { row: procedure } = await procedureOfTown(ctx, id);
	const rows = await ctx.db
		.select({ row: procedureQuestions, name: people.name, email: people.email })
		.from(procedureQuestions)
		.leftJoin(people, eq(people.id, procedureQuestions.personId))
		.where(eq(procedureQuestions.procedureId, id))
		.orderBy(desc(procedureQuestions.askedAt), desc(procedureQuestions.id));
	const questions = rows.map(({ row, name, email }): DeskQuestion => {
		const { number, text, wording, answer, askedAt, asideReason } = row;
		const state = questionState(row);
		const shown = state === 'drafted' ? `${wording}\n${answer}` : text;
		const doubts = state === 'published' || state === 'aside' ? [] : revealing(shown, { name: name ?? '', email: email ?? '' });
		return { id: row.id, number, text, wording, answer, askedAt, state, asideReason, doubts };
	});
	return { questions, isOpen: mayAnswer(procedure, ctx.now) };
}

export type PublicAnswer = { number: number; question: string; answer: string; publishedAt: Date };

/** What everybody reads of questions and answers, in their order. The caller has found the page. */
export async function listAnswers(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<PublicAnswer[]> {
	const { number, wording, answer, publishedAt } = procedureQuestions;
	const rows = await ctx.db
		.select({ number, question: wording, answer, publishedAt })
		.from(procedureQuestions)
		.where(and(eq(procedureQuestions.procedureId, procedureId), isNotNull(publishedAt)))
		.orderBy(asc(number));
	return rows.flatMap(({ number, publishedAt, ...row }) => (number !== null && publishedAt ? [{ ...row, number, publishedAt }] : []));
}
