import { asc, inArray } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Reply, Thread } from '../../message.ts';
import { messageReplies, messages } from '../tables.ts';

const replyColumns = {
	id: messageReplies.id,
	kind: messageReplies.kind,
	text: messageReplies.text,
	by: messageReplies.byName,
	at: messageReplies.at
} satisfies Record<keyof Reply, unknown>;

/** Columns of a message that both sides read; where it went and why stays with those who answer. */
export const threadColumns = {
	id: messages.id,
	organisation: organisations.name,
	topic: messages.topic,
	text: messages.text,
	sender: messages.senderName,
	about: messages.about,
	state: messages.state,
	createdAt: messages.createdAt,
	promisedDays: messages.promisedDays
};

/** Messages with the answers of each, in one query for all. */
export async function withReplies(ctx: Pick<Ctx, 'db'>, found: readonly Omit<Thread, 'replies'>[]): Promise<Thread[]> {
	const rows = await ctx.db
		.select({ ...replyColumns, messageId: messageReplies.messageId })
		.from(messageReplies)
		.where(
			inArray(
				messageReplies.messageId,
				found.map(({ id }) => id)
			)
		)
		.orderBy(asc(messageReplies.at), asc(messageReplies.id));
	const replies = Map.groupBy(rows, ({ messageId }) => messageId);
	return found.map((message) => ({
		...message,
		replies: (replies.get(message.id) ?? []).map(({ messageId: _, ...reply }): Reply => reply)
	}));
}
