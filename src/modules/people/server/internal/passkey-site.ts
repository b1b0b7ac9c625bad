import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { passkeyChallenges } from '../tables.ts';

/** A question to an authenticator is answered within this time. */
export const challengeMinutes = 5;

/** Passkeys belong to the host name under which people reach this installation, never to what a request claims. */
export const siteOf = (baseUrl: string) => ({ id: new URL(baseUrl).hostname, origin: new URL(baseUrl).origin });

/** Uses a question up; `personId` is who it was put to when adding a passkey, null at sign-in. */
export async function useChallenge(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ challenge, personId }: { challenge: string; personId: string | null }
): Promise<boolean> {
	const whose = personId === null ? isNull(passkeyChallenges.personId) : eq(passkeyChallenges.personId, personId);
	const { rowCount } = await ctx.db
		.delete(passkeyChallenges)
		.where(and(eq(passkeyChallenges.challenge, challenge), whose, gt(passkeyChallenges.expiresAt, ctx.now)));
	return rowCount === 1;
}

export async function keepChallenge(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ challenge, personId }: { challenge: string; personId: string | null }
): Promise<void> {
	const expiresAt = new Date(ctx.now.getTime() + challengeMinutes * 60_000);
	await ctx.db.insert(passkeyChallenges).values({ challenge, personId, expiresAt });
}
