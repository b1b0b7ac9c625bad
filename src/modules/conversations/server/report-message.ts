import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { limits } from '../conversation.ts';
import { frozenWithConversation, type FrozenMessage, type ReportReason } from '../report.ts';
import { ownConversation } from './internal/own-conversation.ts';
import { shownMessages, type ShownMessage } from './internal/shown-messages.ts';
import { conversationMessages, conversationReports } from './tables.ts';

/** Without `messageId` the whole conversation is meant: its last messages are frozen, the newest of others stands for it. */
export type Report = { conversationId: string; messageId?: string; reason: ReportReason; words: string };

const freeze = ({ id, number, authorId, by, text, at, files }: ShownMessage): FrozenMessage => ({
	...{ id, number, authorId, by, text, at: at.toISOString() },
	files: files.map(({ name }) => name)
});

const isReportable = ({ isMine, hiddenBecause, isBlocked }: ShownMessage): boolean => !isMine && hiddenBecause === null && !isBlocked;

async function numberOf(ctx: Ctx, conversationId: string, messageId: string): Promise<number> {
	const which = and(eq(conversationMessages.id, messageId), eq(conversationMessages.conversationId, conversationId));
	const [found] = await ctx.db.select({ number: conversationMessages.number }).from(conversationMessages).where(which);
	if (!found) throw notFound('Diese Nachricht gibt es nicht mehr.');
	return found.number;
}

async function meantBy(
	ctx: Ctx,
	{ conversationId, messageId }: Report,
	{ me, lastNumber }: { me: string; lastNumber: number }
): Promise<{ meant: ShownMessage; copy: FrozenMessage[] }> {
	const number = messageId === undefined ? undefined : await numberOf(ctx, conversationId, messageId);
	const range = { conversationId, personId: me, from: number, until: number ?? lastNumber, limit: number ? 1 : frozenWithConversation };
	const all = await shownMessages(ctx, range);
	const meant = all.findLast(isReportable);
	if (!meant)
		throw refused('nothing-to-report', 'Hier gibt es nichts zu melden: Eigene und schon entfernte Nachrichten lassen sich nicht melden.');
	const others = all.filter(({ id, hiddenBecause, isBlocked }) => id !== meant.id && hiddenBecause === null && !isBlocked);
	return { meant, copy: [...others, meant].map(freeze) };
}

/**
 * Shows a message, or a conversation, to the administration, with a copy of the words as they stand. Nobody in the conversation learns of it. Records
 * `message.reported`, data `{ messageId, conversationId, reportId, reporterId, reason, words }`. Throws 401, 404, 409, 429.
 */
export async function reportMessage(ctx: Ctx, report: Report): Promise<{ reportId: string }> {
	const { conversationId, reason, words } = report;
	const { me, row } = await ownConversation(ctx, conversationId);
	await countTry(ctx, { what: 'report message', who: me.personId, limit: limits.reports, minutes: 24 * 60 });
	const { meant, copy } = await meantBy(ctx, report, { me: me.personId, lastNumber: row.lastNumber });
	const [reportId, messageId, reporterId] = [newId(), meant.id, me.personId];
	await ctx.db.transaction(async (db) => {
		await db.insert(conversationReports).values({ id: reportId, conversationId, messageId, reporterId, reason, words, copy, at: ctx.now });
		const data = { messageId, conversationId, reportId, reporterId, reason, words };
		await recordEvent({ ...ctx, db }, 'message.reported', { subjectId: messageId, data });
	});
	return { reportId };
}
