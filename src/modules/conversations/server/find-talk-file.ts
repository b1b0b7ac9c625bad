import { and, eq, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadOwn } from './internal/own-conversation.ts';
import { shownMessages } from './internal/shown-messages.ts';
import { conversationFiles, conversationMessages } from './tables.ts';

export type TalkFile = { key: string; contentType: string; name: string };

/** A file for the members of its conversation, as long as its message can be read. 401 for guests, 404 for everybody else. */
export async function findTalkFile(ctx: Ctx, id: string): Promise<TalkFile> {
	if (!ctx.actor) throw unauthenticated();
	const [found] = isUuid(id)
		? await ctx.db
				.select({ file: conversationFiles, conversationId: conversationMessages.conversationId, number: conversationMessages.number })
				.from(conversationFiles)
				.innerJoin(conversationMessages, eq(conversationMessages.id, conversationFiles.messageId))
				.where(and(eq(conversationFiles.id, id), isNull(conversationMessages.hiddenAt)))
		: [];
	const { conversationId = '', number = 0 } = found ?? {};
	const own = await loadOwn(ctx, { id: conversationId, personId: ctx.actor.id });
	const range = { conversationId, personId: ctx.actor.id, from: number, until: number, limit: 1 };
	const [message] = own ? await shownMessages(ctx, range) : [];
	if (!found || !message || message.isBlocked) throw notFound();
	const { key, contentType, name } = found.file;
	return { key, contentType, name };
}
