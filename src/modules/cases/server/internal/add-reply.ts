import { desc, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { daysKept, messageSteps, whyNotStep, type ReplyKind } from '../../message.ts';
import { messageReplies, messages } from '../tables.ts';
import type { MessageRow } from './dispatch.ts';

/** Writes a reply below a message (locked by the caller) and takes its step. Sending the same words twice is one reply: then it returns false. */
export async function addReply(
	ctx: Ctx,
	message: MessageRow,
	{ kind, text, byName }: { kind: ReplyKind; text: string; byName: string }
): Promise<boolean> {
	const [last] = await ctx.db
		.select()
		.from(messageReplies)
		.where(eq(messageReplies.messageId, message.id))
		.orderBy(desc(messageReplies.at), desc(messageReplies.id))
		.limit(1);
	if (last?.kind === kind && last.text === text) return false;
	const why = whyNotStep(message.state, kind);
	if (why) throw refused(why.code, why.message);
	await ctx.db
		.insert(messageReplies)
		.values({ id: newId(), messageId: message.id, kind, text, byName, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
	const isFirst = kind !== 'follow_up' && message.firstReplyAt === null;
	await ctx.db
		.update(messages)
		.set({
			state: messageSteps[kind].to,
			...(isFirst && { firstReplyAt: ctx.now }),
			expiresAt: new Date(ctx.now.getTime() + daysKept * 86_400_000)
		})
		.where(eq(messages.id, message.id));
	return true;
}
