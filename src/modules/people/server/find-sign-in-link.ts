import { eq } from 'drizzle-orm';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { signInLinks } from './tables.ts';

export type SignInLink = { state: 'open' | 'used' | 'expired'; email: string } | { state: 'unknown' };

/** What has become of a link; looking at it uses nothing up, since mail scanners look at every link. */
export async function findSignInLink(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<SignInLink> {
	const [link] = await ctx.db
		.select({ email: signInLinks.email, usedAt: signInLinks.usedAt, expiresAt: signInLinks.expiresAt })
		.from(signInLinks)
		.where(eq(signInLinks.hash, hashToken(token)));
	if (!link) return { state: 'unknown' };
	if (link.usedAt) return { state: 'used', email: link.email };
	return { state: link.expiresAt <= ctx.now ? 'expired' : 'open', email: link.email };
}
