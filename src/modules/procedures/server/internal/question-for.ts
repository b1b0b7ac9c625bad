import { and, eq, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayAnswer } from '../../question.ts';
import { procedureQuestions } from '../publication-tables.ts';
import { heldByTown, type Held } from './procedure-for.ts';

export type QuestionRow = typeof procedureQuestions.$inferSelect;

/** An open procedure, held, for the office that answers in it. Throws 401, 404, 409. */
export async function heldForAnswers(ctx: Ctx, id: string): Promise<Held> {
	const held = await heldByTown(ctx, id);
	if (!mayAnswer(held.row, ctx.now)) throw refused('not-open', 'Die Frist ist vorbei. Antworten kämen jetzt für alle zu spät.');
	return held;
}

/** A question of it that nobody has read yet, held. Throws 404. */
export async function heldQuestion(ctx: Ctx, id: string, questionId: string): Promise<QuestionRow> {
	const own = and(eq(procedureQuestions.id, questionId), eq(procedureQuestions.procedureId, id), isNull(procedureQuestions.publishedAt));
	const [row] = isUuid(questionId) ? await ctx.db.select().from(procedureQuestions).where(own).for('update') : [];
	if (!row) throw notFound('Diese Frage gibt es nicht mehr, oder sie ist schon beantwortet.');
	return row;
}
