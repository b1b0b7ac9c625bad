import type { KeptFile } from '#modules/conversations/server/keep-files.ts';
import { openConversation } from '#modules/conversations/server/open-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findIntroduced } from './find-introduced.ts';

type Talk = { id: string; introductionId: string; text: string; files?: readonly KeptFile[]; once?: string };

/** Begins, or takes up, the conversation of two parties who were introduced: it is open at once. Throws 401, 404, 409, 422, 429. */
export async function talkToIntroduced(ctx: Ctx, { id, introductionId, ...words }: Talk): Promise<{ conversationId: string }> {
	const { personId, title, href } = await findIntroduced(ctx, { id, introductionId });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const opening = { subject: null, title, address: href, memberIds: [ctx.actor?.id ?? '', personId] };
		const { id: conversationId } = await openConversation(inside, opening);
		await say(inside, { conversationId, ...words });
		return { conversationId };
	});
}
