import { and, desc, gt, isNotNull, isNull, or } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { maySeePeople } from '../policy.ts';
import { mails } from './tables.ts';

export type FailedMail = {
	id: string;
	email: string;
	subject: string;
	createdAt: Date;
	problem: string | null;
	attempts: number;
	final: boolean;
};

/** Mails that did not arrive, came back, or are still being tried, the newest first; for office and administration. */
export async function listFailedMails(ctx: Ctx): Promise<FailedMail[]> {
	if (!ctx.actor) throw unauthenticated();
	if (!maySeePeople(ctx.actor)) throw forbidden();
	const rows = await ctx.db
		.select()
		.from(mails)
		.where(and(or(isNull(mails.sentAt), isNotNull(mails.failedAt)), isNotNull(mails.problem), gt(mails.attempts, 0)))
		.orderBy(desc(mails.createdAt))
		.limit(50);
	return rows.map(({ id, email, subject, createdAt, problem, attempts, failedAt }) => ({
		id,
		email,
		subject,
		createdAt,
		problem,
		attempts,
		final: failedAt !== null
	}));
}
