import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { nameOf } from '../../conversation.ts';
import { conversationBlocks, conversationFiles, conversationMessages } from '../tables.ts';

export type ShownFile = { id: string; name: string; contentType: string; bytes: number };
export type ShownMessage = {
	id: string;
	number: number;
	by: string;
	authorId: string | null;
	isMine: boolean;
	at: Date;
	/** Empty where something stands in its place. */
	text: string;
	files: ShownFile[];
	/** Why the administration took it out. */
	hiddenBecause: string | null;
	/** Its author was blocked by whoever reads before it was written. */
	isBlocked: boolean;
};

type Window = { conversationId: string; personId: string; from?: number; until: number; limit: number };

async function filesOf(ctx: Pick<Ctx, 'db'>, messageIds: string[]): Promise<Map<string, ShownFile[]>> {
	const { id, messageId, name, contentType, bytes } = conversationFiles;
	const rows = messageIds.length
		? await ctx.db
				.select({ id, messageId, name, contentType, bytes })
				.from(conversationFiles)
				.where(inArray(messageId, messageIds))
				.orderBy(asc(id))
		: [];
	const files = new Map<string, ShownFile[]>();
	for (const { messageId: of, ...file } of rows) files.set(of, [...(files.get(of) ?? []), file]);
	return files;
}

/** The newest of these messages as this person may read them, the oldest first. */
export async function shownMessages(
	ctx: Pick<Ctx, 'db'>,
	{ conversationId, personId, from = 1, until, limit }: Window
): Promise<ShownMessage[]> {
	const block = and(eq(conversationBlocks.personId, personId), eq(conversationBlocks.blockedId, conversationMessages.authorId));
	const rows = await ctx.db
		.select({
			message: conversationMessages,
			name: people.name,
			isBlocked: sql<boolean>`coalesce(${conversationBlocks.at} <= ${conversationMessages.at}, false)`
		})
		.from(conversationMessages)
		.leftJoin(people, eq(people.id, conversationMessages.authorId))
		.leftJoin(conversationBlocks, block)
		.where(
			and(
				eq(conversationMessages.conversationId, conversationId),
				gte(conversationMessages.number, from),
				lte(conversationMessages.number, until)
			)
		)
		.orderBy(desc(conversationMessages.number))
		.limit(limit);
	const files = await filesOf(
		ctx,
		rows.filter(({ message, isBlocked }) => !message.hiddenAt && !isBlocked).map(({ message }) => message.id)
	);
	return rows.reverse().map(({ message: { id, number, authorId, at, text, hiddenAt, hiddenReason }, name, isBlocked }) => ({
		...{ id, number, authorId, at, by: nameOf(name), isMine: authorId === personId, isBlocked },
		text: hiddenAt || isBlocked ? '' : text,
		files: files.get(id) ?? [],
		hiddenBecause: hiddenAt ? (hiddenReason ?? '') : null
	}));
}
