import { newId } from '#lib/server/id.ts';
import { insertMany } from '#lib/server/insert-many.ts';
import { addJob, addJobs } from '#lib/server/jobs.ts';
import type { Ctx } from '../actor.ts';
import type { NewMail } from '../mail.ts';
import { mails } from './tables.ts';

/** Puts a mail into the post in the caller's transaction: it leaves after the commit and never after a rollback. `{ to, template: 'letter', data }` */
export async function addMail(ctx: Pick<Ctx, 'db' | 'now'>, mail: NewMail): Promise<void> {
	const id = newId();
	await ctx.db.insert(mails).values({ id, email: mail.to, template: mail.template, createdAt: ctx.now });
	await addJob(ctx.db, { task: 'mail', payload: { id, ...mail }, maxAttempts: 12 });
}

/** Many mails in two statements, as `addMail` puts one into the post. */
export async function addMails(ctx: Pick<Ctx, 'db' | 'now'>, all: readonly NewMail[]): Promise<void> {
	const rows = all.map((mail) => ({ id: newId(), mail }));
	await insertMany(
		ctx.db,
		mails,
		rows.map(({ id, mail: { to, template } }) => ({ id, email: to, template, subject: '', createdAt: ctx.now, attempts: 0 }))
	);
	await addJobs(
		ctx.db,
		rows.map(({ id, mail }) => ({ task: 'mail', payload: { id, ...mail }, maxAttempts: 12 }))
	);
}
