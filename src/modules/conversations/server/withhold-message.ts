import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { hideMessage } from './hide-message.ts';
import { conversationMessages } from './tables.ts';

const reason = 'Nach einem Hinweis entfernt. Wer sie geschrieben hat, kennt die Begründung.';

/** Takes a message out of sight after a decision. Throws 409 for one that is deleted, and what `hideMessage` does. */
export async function withholdMessage(ctx: Ctx, messageId: string): Promise<void> {
	if (!(await ctx.db.$count(conversationMessages, eq(conversationMessages.id, messageId))))
		throw refused('content-gone', 'Diese Nachricht gibt es nicht mehr.');
	await hideMessage(ctx, { messageId, reason });
}

/** Members read the message again as it was. Part of a decision, which asks the policy. */
export async function restoreMessage(ctx: Ctx, messageId: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const shown = await db
			.update(conversationMessages)
			.set({ hiddenAt: null, hiddenReason: null, hiddenBy: null })
			.where(eq(conversationMessages.id, messageId))
			.returning({ id: conversationMessages.id });
		if (shown.length) await recordEvent({ ...ctx, db }, 'message.restored', { subjectId: messageId });
	});
}
