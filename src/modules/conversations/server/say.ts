import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { limits } from '../conversation.ts';
import { addMessage } from './internal/add-message.ts';
import type { KeptFile } from './keep-files.ts';

/**
 * Says something in a conversation one is a member of. `files`: from `keepFiles`; `once`: what the form made up, so that sent twice it counts once.
 * Answering a first contact opens the conversation. Throws 401, 404, 409, 422 and 429.
 */
export async function say(
	ctx: Ctx,
	words: { conversationId: string; text: string; files?: readonly KeptFile[]; once?: string }
): Promise<{ id: string }> {
	if (!ctx.actor) throw unauthenticated();
	await countTry(ctx, { what: 'say', who: ctx.actor.id, limit: limits.wordsPerHour, minutes: 60 });
	return addMessage(ctx, { ...words, personId: ctx.actor.id });
}
