import { and, eq } from 'drizzle-orm';
import { notFound, Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listAsked } from '#modules/people/server/list-asked.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { dropUnanswered } from '#modules/people/server/withdraw-notices.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { isFreshAnswer, type EntryKind, type FreshAnswer } from '../freshness.ts';
import { noticeKind } from './internal/ask-people.ts';
import { giveFreshAnswer } from './internal/give-fresh-answer.ts';
import { freshnessAsks } from './tables.ts';

/** Answers with the link of a mail, without an account: whoever holds the link was asked, or has it from them. Harmless to repeat; a better answer replaces the first. */
export async function answerStillTrue(
	ctx: Ctx,
	{ link, askId, answer, words = '' }: { link: string; askId: string; answer: FreshAnswer; words?: string }
): Promise<void> {
	const { subject = '' } = await verifyLink(ctx, { purpose: 'still-true', token: link });
	const [ask] = await ctx.db
		.select({ id: freshnessAsks.id })
		.from(freshnessAsks)
		.where(and(eq(freshnessAsks.id, askId), eq(freshnessAsks.subject, subject)));
	if (!ask) throw notFound('Diesen Eintrag gibt es nicht mehr. Zu beantworten ist nichts.');
	await giveFreshAnswer(ctx, { askId, answer, words, byId: ctx.actor?.id ?? null });
}

/** Somebody answered a question of their brief: what they said of the entry counts. What is no question of ours, and what is decided, is passed over. */
export async function takeFreshAnswer(ctx: Ctx, { data, actorId }: RecordedEvent): Promise<void> {
	const [kind, subjectId] = [String(data.kind), String(data.subjectId)];
	if (kind !== noticeKind) return;
	const given = (await listAsked(ctx, { kind, subjectId })).find(({ personId }) => personId === data.personId)?.answer;
	const choice = given?.choices[0];
	if (!given || !isFreshAnswer(choice)) return;
	const [ask] = await ctx.db.select({ id: freshnessAsks.id }).from(freshnessAsks).where(eq(freshnessAsks.subject, subjectId));
	if (!ask) return;
	await giveFreshAnswer(ctx, { askId: ask.id, answer: choice, words: given.words, byId: actorId }).catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
	});
}

/** An entry was confirmed, changed or taken away by itself: nobody needs to answer about it any more. */
export async function settleAsks(ctx: Ctx, { kind, entryId }: { kind: EntryKind; entryId: string }): Promise<void> {
	const asks = await ctx.db
		.select({ subject: freshnessAsks.subject })
		.from(freshnessAsks)
		.where(and(eq(freshnessAsks.kind, kind), eq(freshnessAsks.entryId, entryId)));
	// a subject with a colon holds many entries
	const subjectIds = asks.map(({ subject }) => subject).filter((subject) => !subject.includes(':'));
	await dropUnanswered(ctx, { kind: noticeKind, subjectIds });
}
