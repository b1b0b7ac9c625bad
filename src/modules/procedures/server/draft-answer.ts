import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { AnswerInput } from '../forms-open.ts';
import { heldForAnswers, heldQuestion } from './internal/question-for.ts';
import { procedureQuestions } from './publication-tables.ts';

/** Keeps the wording of a question without its author, and the answer to it. Nobody outside reads either before all answers go out. Throws 401, 404, 409. */
export async function draftAnswer(ctx: Ctx, { id, input }: { id: string; input: AnswerInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await heldForAnswers(inside, id);
		const { questionId, wording, answer } = input;
		await heldQuestion(inside, id, questionId);
		await db
			.update(procedureQuestions)
			.set({ wording, answer, answeredBy: ctx.actor?.id ?? null, asideAt: null, asideReason: null })
			.where(eq(procedureQuestions.id, questionId));
	});
}
