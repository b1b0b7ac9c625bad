import type { KeptFile } from '#modules/conversations/server/keep-files.ts';
import { openConversation } from '#modules/conversations/server/open-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findTalkPartner } from './find-talk-partner.ts';
import type { PairKey } from './find-pair.ts';

type Talk = PairKey & { text: string; files?: readonly KeptFile[]; once?: string };

/** Begins, or takes up, the conversation of a pair whose two sides said yes: it is open at once. Throws 401, 404, 409, 422, 429. */
export async function beginTalk(ctx: Ctx, { spaceId, requestId, ...words }: Talk): Promise<{ conversationId: string }> {
	const { personId, title } = await findTalkPartner(ctx, { spaceId, requestId });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const memberIds = [ctx.actor?.id ?? '', personId];
		const { id } = await openConversation(inside, { subject: null, title, address: '', memberIds });
		await say(inside, { conversationId: id, ...words });
		return { conversationId: id };
	});
}
