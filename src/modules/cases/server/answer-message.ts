import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { AnswerInput } from '../forms.ts';
import { findReceivedMessage, type MessageKey } from './find-message.ts';
import { addReply } from './internal/add-reply.ts';
import { messages } from './tables.ts';

/**
 * Answers a message, by the link of the mail or signed in; the answer goes to whoever asked by mail. `elsewhere`: it was answered by telephone or
 * mail already, which counts as the first reply and is not mailed. Throws 404, 409, 410 and 429.
 */
export async function answerMessage(ctx: Ctx, { key, input }: { key: MessageKey; input: AnswerInput }): Promise<void> {
	const { id, organisation, answersAs } = await findReceivedMessage(ctx, key);
	await countTry(ctx, { what: 'message answer', who: id, limit: 20, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [message] = await db.select().from(messages).where(eq(messages.id, id)).for('update');
		if (!message) throw notFound();
		const { kind, text = '' } = input;
		const isNew = await addReply(inside, message, { kind, text, byName: answersAs || organisation });
		if (!isNew) return;
		await recordEvent(inside, 'message.answered', { subjectId: id, data: { organisation: message.organisationId, kind } });
		if (kind === 'elsewhere') return;
		await addMail(inside, {
			to: message.senderEmail,
			template: 'letter',
			data: {
				title: `Antwort von ${organisation}`,
				paragraphs: [...text.split(/\n{2,}/), answersAs],
				button: { text: 'Weiterschreiben', href: '/nachricht/lesen', sign: { purpose: 'read-message', data: { message: id }, days: 365 } },
				why: `Sie bekommen diese Mail, weil Sie an ${organisation} geschrieben haben.`
			}
		});
	});
}
