import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { heldForAnswers, heldQuestion } from './internal/question-for.ts';
import { loadPage } from './internal/page.ts';
import { tellAll } from './internal/tell.ts';
import { procedureQuestions } from './publication-tables.ts';

/** A question is not answered to all, because it was asked before or belongs elsewhere: whoever asked reads why. Throws 401, 404, 409. */
export async function setAsideQuestion(
	ctx: Ctx,
	{ id, questionId, reason }: { id: string; questionId: string; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldForAnswers(inside, id);
		const question = await heldQuestion(inside, id, questionId);
		await db.update(procedureQuestions).set({ asideReason: reason, asideAt: ctx.now }).where(eq(procedureQuestions.id, questionId));
		await appendEntry(inside, { recordId: id, kind: 'question.set_aside', sealed: { question: { id: questionId, reason } } });
		const page = await loadPage(inside, id);
		const href = `/verfahren/${page?.slug ?? ''}#fragen`;
		const told = { kind: 'procedure-question-aside', subjectId: questionId, title: `Zu Eurer Frage: ${row.title}`, text: reason, href };
		await tellAll(inside, [question.personId], told);
	});
}
