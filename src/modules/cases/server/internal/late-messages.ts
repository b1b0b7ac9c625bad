import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { messages } from '../tables.ts';
import { chunk } from './in-chunks.ts';
import { addressesOf, nextToAsk } from './next-to-ask.ts';

/** Messages without an answer in the promised days go to whoever is asked next, once. */
export async function lateMessages(ctx: Ctx): Promise<number> {
	const late = await ctx.db
		.select()
		.from(messages)
		.where(
			and(
				eq(messages.state, 'open'),
				isNull(messages.escalatedAt),
				sql`${messages.sentAt} + make_interval(days => ${messages.promisedDays}) < ${ctx.now.toISOString()}::timestamptz`
			)
		)
		.orderBy(messages.sentAt, messages.id)
		.limit(chunk)
		.for('update', { skipLocked: true });
	for (const message of late) {
		const next = await nextToAsk(ctx, message);
		const led = next && { why: next.why, ...(next.step !== 'deputy' && { step: next.step, networkId: next.network?.id ?? null }) };
		const to = next ? await addressesOf(ctx, next) : [];
		await ctx.db
			.update(messages)
			.set({ escalatedAt: ctx.now, ...led, sentTo: [...new Set([...message.sentTo, ...to])] })
			.where(eq(messages.id, message.id));
		for (const address of to)
			await addMail(ctx, {
				to: address,
				template: 'letter',
				data: {
					title: `Wartet auf Antwort: Nachricht von ${message.senderName}`,
					paragraphs: [next?.why ?? '', ...message.text.split(/\n{2,}/)],
					button: {
						text: 'Lesen und antworten',
						href: '/nachricht/antworten',
						sign: { purpose: 'answer-message', data: { message: message.id }, days: 120 }
					},
					why: `Warum Sie? ${next?.why ?? ''}`
				}
			});
	}
	return late.length;
}
