import { newId } from '#lib/server/id.ts';
import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '../actor.ts';
import type { NewMail } from '../mail.ts';
import { mails } from './tables.ts';

/** Puts a mail into the post in the caller's transaction: it leaves after the commit and never after a rollback. `{ to, template: 'letter', data }` */
export async function addMail(ctx: Pick<Ctx, 'db' | 'now'>, mail: NewMail): Promise<void> {
	const id = newId();
	await ctx.db.insert(mails).values({ id, email: mail.to, template: mail.template, createdAt: ctx.now });
	await addJob(ctx.db, { task: 'mail', payload: { id, ...mail }, maxAttempts: 12 });
}
