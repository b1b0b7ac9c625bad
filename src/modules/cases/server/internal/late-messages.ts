import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { NewMail } from '#modules/people/mail.ts';
import { addMails } from '#modules/people/server/add-mail.ts';
import type { Escalation } from '../../escalation.ts';
import { messages } from '../tables.ts';
import { dueAt, isOver } from './due.ts';
import { chunk } from './in-chunks.ts';
import { addressesOf, nextToAsk, type Known } from './next-to-ask.ts';

type Message = typeof messages.$inferSelect;

const led = ({ id, step, why, networkId, sentTo }: Message, next: Escalation | null, to: readonly string[]) => ({
	...{ id, why: next?.why ?? why, sentTo: [...new Set([...sentTo, ...to])] },
	...(next && next.step !== 'deputy' ? { step: next.step, networkId: next.network?.id ?? null } : { step, networkId })
});

const mailTo = (to: string, { id, senderName, text }: Message, why: string): NewMail => ({
	to,
	template: 'letter',
	data: {
		title: `Wartet auf Antwort: Nachricht von ${senderName}`,
		paragraphs: [why, ...text.split(/\n{2,}/)],
		button: {
			text: 'Lesen und antworten',
			href: '/nachricht/antworten',
			sign: { purpose: 'answer-message', data: { message: id }, days: 120 }
		},
		why: `Warum Sie? ${why}`
	}
});

/** Messages without an answer in the promised days go to whoever is asked next, once. */
export const lateMessages =
	(known: Known) =>
	async (ctx: Ctx): Promise<number> => {
		const late = await ctx.db
			.select()
			.from(messages)
			.where(and(eq(messages.state, 'open'), isNull(messages.escalatedAt), isOver(messages.sentAt, messages.promisedDays, ctx.now)))
			.orderBy(dueAt(messages.sentAt, messages.promisedDays), messages.id)
			.limit(chunk)
			.for('update', { skipLocked: true });
		const rows = [];
		const mails: NewMail[] = [];
		for (const message of late) {
			const next = await nextToAsk(ctx, message, known);
			const to = next ? await addressesOf(ctx, next, known) : [];
			rows.push(led(message, next, to));
			mails.push(...to.map((address) => mailTo(address, message, next?.why ?? '')));
		}
		await ctx.db.execute(sql`
			update messages m set escalated_at = ${ctx.now.toISOString()}, why = r.why, step = r.step, network_id = r."networkId", sent_to = r."sentTo"
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, why text, step text, "networkId" uuid, "sentTo" text[]) where m.id = r.id`);
		await addMails(ctx, mails);
		return late.length;
	};
