import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { daysKept, type MessageState } from '../message.ts';
import { dispatch } from './internal/dispatch.ts';
import { messages } from './tables.ts';

async function byLink(ctx: Ctx, link: string) {
	const { message = '' } = await verifyLink(ctx, { purpose: 'confirm-message', token: link });
	const [row] = await ctx.db
		.select({ message: messages, organisation: organisations.name })
		.from(messages)
		.innerJoin(organisations, eq(organisations.id, messages.organisationId))
		.where(eq(messages.id, message));
	if (!row) throw new Refusal(410, 'message-gone', { message: 'Diese Nachricht gibt es nicht mehr. Bitte schreiben Sie sie noch einmal.' });
	return row;
}

/** What a link is about. Looking changes nothing: mail scanners look at every link. Throws 410. */
export async function findMessageToConfirm(ctx: Ctx, link: string): Promise<{ organisation: string; text: string; state: MessageState }> {
	const { message, organisation } = await byLink(ctx, link);
	return { organisation, text: message.text, state: message.state };
}

/** The address is confirmed, the message leaves. A second time changes nothing. Throws 410. */
export async function confirmMessage(ctx: Ctx, link: string): Promise<void> {
	const { message } = await byLink(ctx, link);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [confirmed] = await db
			.update(messages)
			.set({ state: 'open', sentAt: ctx.now, expiresAt: new Date(ctx.now.getTime() + daysKept * 86_400_000) })
			.where(and(eq(messages.id, message.id), eq(messages.state, 'waiting')))
			.returning();
		if (!confirmed) return;
		await dispatch(inside, confirmed, confirmed.text);
		await recordEvent(inside, 'message.sent', { subjectId: confirmed.id, data: { organisation: confirmed.organisationId } });
	});
}
