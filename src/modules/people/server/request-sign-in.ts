import { addJob } from '#lib/server/jobs.ts';
import type { Ctx } from '../actor.ts';
import { truncateAddress } from '../session.ts';
import { countAttempt } from './internal/count-attempt.ts';

export type SignInWish = { email: string; returnTo: string; address: string };

/**
 * Asks for a link to sign in. Whether the address is known makes no difference here, neither in the answer nor in the work: the mail itself
 * is made in a job. Throws 429 after five tries per address or thirty per network in a quarter of an hour.
 */
export async function requestSignIn(ctx: Ctx, { email, returnTo, address }: SignInWish): Promise<void> {
	await countAttempt(ctx, { what: 'sign-in net', who: truncateAddress(address), limit: 30, minutes: 15 });
	await countAttempt(ctx, { what: 'sign-in mail', who: email, limit: 5, minutes: 15 });
	await addJob(ctx.db, { task: 'sign-in-mail', payload: { email, returnTo, askedAt: ctx.now.toISOString() }, maxAttempts: 6 });
}
