import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { findOwnMessage, type MessageKey } from './find-message.ts';
import { messages } from './tables.ts';

/** Whoever wrote a message deletes it, with everything below it. Throws 404 and 410. */
export async function withdrawMessage(ctx: Ctx, key: MessageKey): Promise<void> {
	const { id } = await findOwnMessage(ctx, key);
	await ctx.db.delete(messages).where(eq(messages.id, id));
}
