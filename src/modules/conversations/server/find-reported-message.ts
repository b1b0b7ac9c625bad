import { asc, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayJudgeMessages } from '../policy.ts';
import type { FrozenMessage, ReportReason } from '../report.ts';
import { conversationMessages, conversationReports } from './tables.ts';

export type MessageReport = {
	id: string;
	reporterId: string | null;
	reporter: string;
	reason: ReportReason;
	words: string;
	at: Date;
	copy: FrozenMessage[];
};
export type ReportedMessage = {
	messageId: string;
	conversationId: string;
	/** As it stood at the first report. */
	message: FrozenMessage;
	hiddenAt: Date | null;
	hiddenReason: string | null;
	reports: MessageReport[];
};

/**
 * A message that a member reported, as it stood then. For the administration alone, and each reading is recorded (`message.inspected`): nobody else, and nothing
 * that was not reported, is ever read from outside. Throws 401, 403, 404.
 */
export async function findReportedMessage(ctx: Ctx, messageId: string): Promise<ReportedMessage> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayJudgeMessages(ctx.actor)) throw forbidden();
	const rows = isUuid(messageId)
		? await ctx.db
				.select({ report: conversationReports, message: conversationMessages, reporter: people.name })
				.from(conversationReports)
				.innerJoin(conversationMessages, eq(conversationMessages.id, conversationReports.messageId))
				.leftJoin(people, eq(people.id, conversationReports.reporterId))
				.where(eq(conversationReports.messageId, messageId))
				.orderBy(asc(conversationReports.at), asc(conversationReports.id))
		: [];
	const [first] = rows;
	const message = first?.report.copy.at(-1);
	if (!first || !message) throw notFound('Diese Nachricht hat niemand gemeldet.');
	await recordEvent(ctx, 'message.inspected', { subjectId: messageId, data: { reports: rows.length } });
	const { hiddenAt, hiddenReason, conversationId } = first.message;
	const reports = rows.map(({ report: { id, reporterId, reason, words, at, copy }, reporter }) => ({
		...{ id, reporterId, reason, words, at, copy },
		reporter: reporter ?? ''
	}));
	return { messageId, conversationId, message, hiddenAt, hiddenReason, reports };
}
