import { asc, eq } from 'drizzle-orm';
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

export async function withReplies(ctx: Pick<Ctx, 'db'>, message: Omit<Thread, 'replies'>): Promise<Thread> {
	const replies = await ctx.db
		.select(replyColumns)
		.from(messageReplies)
		.where(eq(messageReplies.messageId, message.id))
		.orderBy(asc(messageReplies.at), asc(messageReplies.id));
	return { ...message, replies };
}
