import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { hideReason } from '../forms.ts';
import { mayJudgeMessages } from '../policy.ts';
import { conversationMessages } from './tables.ts';

/**
 * Takes a message and its files out of sight: members read "entfernt" and the reason in its place. The row stays, so that the decision can be looked at again.
 * Hidden once more it keeps the first reason. Records `message.hidden`. Throws 401, 403, 404, 422.
 */
export async function hideMessage(ctx: Ctx, { messageId, reason }: { messageId: string; reason: string }): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayJudgeMessages(ctx.actor)) throw forbidden();
	const given = hideReason.safeParse(reason);
	if (!given.success) throw refused('no-reason', given.error.issues[0]?.message ?? '', 'reason');
	const hiddenBy = ctx.actor.id;
	await ctx.db.transaction(async (db) => {
		const [found] = isUuid(messageId)
			? await db.select().from(conversationMessages).where(eq(conversationMessages.id, messageId)).for('update')
			: [];
		if (!found) throw notFound('Diese Nachricht gibt es nicht mehr.');
		if (found.hiddenAt) return;
		const hidden = { hiddenAt: ctx.now, hiddenReason: given.data, hiddenBy };
		await db.update(conversationMessages).set(hidden).where(eq(conversationMessages.id, messageId));
		await recordEvent({ ...ctx, db }, 'message.hidden', { subjectId: messageId, reason: given.data });
	});
}
