import { eq, sql } from 'drizzle-orm';
import { MailRefused, sendMail, type Message } from '#lib/server/mail.ts';
import type { Env } from '#lib/server/env.ts';
import type { Ctx } from '../../actor.ts';
import { markedAddress } from '../../bounce.ts';
import { mails } from '../tables.ts';
import { bounceMark } from './bounce-mark.ts';
import { noteBounce } from './note-bounce.ts';
import { whyNotMail } from './why-not-mail.ts';

type Delivery = { id: string; env: Env; message: Message; isBulk: boolean };

/**
 * Sends, and writes down how it went. What may succeed later is thrown on, so that the job is tried again; what never will is kept as failed. A mail that left is
 * not sent again, and nothing in bulk goes to an address that mails came back from.
 */
export async function deliver(ctx: Pick<Ctx, 'db' | 'now'>, { id, env, message, isBulk }: Delivery): Promise<void> {
	const [kept] = await ctx.db.select({ sentAt: mails.sentAt }).from(mails).where(eq(mails.id, id));
	if (kept?.sentAt) return;
	const write = (set: Partial<typeof mails.$inferInsert>) =>
		ctx.db
			.update(mails)
			.set({ subject: message.subject, attempts: sql`${mails.attempts} + 1`, ...set })
			.where(eq(mails.id, id));
	const why = isBulk ? await whyNotMail(ctx, message.to) : null;
	if (why) return void (await write({ problem: why, failedAt: ctx.now }));
	try {
		const returnTo = env.BOUNCE_ADDRESS && markedAddress(env.BOUNCE_ADDRESS, await bounceMark(ctx, id));
		await sendMail(env, { ...message, id, returnTo });
	} catch (error) {
		const refused = error instanceof MailRefused;
		const problem = (error as Error).message.slice(0, 500);
		await write({ problem, failedAt: refused ? ctx.now : null });
		if (refused && error.isAddress) await noteBounce(ctx, { email: message.to, isHard: true, detail: problem });
		if (refused) return;
		throw error;
	}
	await write({ sentAt: ctx.now, problem: null });
}
