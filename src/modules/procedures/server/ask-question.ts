import { newId } from '#lib/server/id.ts';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { whyNotAsk } from '../question.ts';
import { followProcedure } from './follow-procedure.ts';
import { pageIs } from './internal/page.ts';
import { tellManager } from './internal/tell.ts';
import { loadFrozen } from './load-frozen.ts';
import { procedurePages, procedureQuestions } from './publication-tables.ts';

/** Somebody signed in asks about a call, named by its slug, and follows it from then on. Nobody reads who asked. Throws 401, 404, 409, 429. */
export async function askQuestion(ctx: Ctx, { slug, text }: { slug: string; text: string }): Promise<void> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated('Bitte meldet Euch an. Dann bekommt Ihr die Antwort auch zugeschickt.');
	const [page] = await ctx.db.select().from(procedurePages).where(pageIs(slug));
	if (!page) throw notFound('Dieses Verfahren gibt es hier nicht.');
	await countTry(ctx, { what: 'procedure question', who: actor.id, limit: 20, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { procedureId, state, deadline } = page;
		const { questions_until: until } = (await loadFrozen(inside, procedureId)).frozen.timeline;
		const not = whyNotAsk({ state, deadline, questionsUntil: until ? new Date(until) : null, now: ctx.now });
		if (not) throw refused(not.code, not.message);
		const id = newId();
		await db.insert(procedureQuestions).values({ id, procedureId, personId: actor.id, text, askedAt: ctx.now });
		await followProcedure(inside, procedureId);
		await appendEntry(inside, { recordId: procedureId, kind: 'question.asked', sealed: { question: { id, text } } });
		const href = `/buero/verfahren/${procedureId}/fragen`;
		const told = { kind: 'procedure-question', subjectId: id, title: `Neue Frage: ${page.title}`, href };
		await tellManager(inside, procedureId, { ...told, text: 'Jemand hat etwas zum Aufruf gefragt. Wer das war, steht nicht dabei.' });
	});
}
