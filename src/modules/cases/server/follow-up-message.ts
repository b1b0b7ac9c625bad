import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { findOwnMessage, type MessageKey } from './find-message.ts';
import { addReply } from './internal/add-reply.ts';
import { dispatch } from './internal/dispatch.ts';
import { messages } from './tables.ts';

/** Whoever asked writes more; it goes to whoever answers today, who may be the deputy now. Throws 404, 409, 410 and 429. */
export async function followUpMessage(ctx: Ctx, { key, text }: { key: MessageKey; text: string }): Promise<void> {
	const { id } = await findOwnMessage(ctx, key);
	await countTry(ctx, { what: 'message follow-up', who: id, limit: 6, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [message] = await db.select().from(messages).where(eq(messages.id, id)).for('update');
		if (!message) throw notFound();
		if (await addReply(inside, message, { kind: 'follow_up', text, byName: message.senderName })) await dispatch(inside, message, text);
	});
}
