import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { identities, sessions } from './tables.ts';

/** Which sessions: all of a provider, or those it says have ended (`sid` one, `subject` all of that person, begun before `at`). */
type Which = { via: string } & ({ all: true } | { issuer: string; subject: string | null; sid: string | null; at: Date });

/** Ends sessions that began at an identity provider, because it said so (back-channel logout) or is no longer trusted. Returns how many. */
export async function endProviderSessions(ctx: Pick<Ctx, 'db'>, which: Which): Promise<number> {
	const ofProvider = eq(sessions.via, which.via);
	if ('all' in which) return (await ctx.db.delete(sessions).where(ofProvider)).rowCount ?? 0;
	const { issuer, subject, sid, at } = which;
	const theirs = ctx.db
		.select({ id: identities.id })
		.from(identities)
		.where(and(eq(identities.issuer, issuer), subject === null ? undefined : eq(identities.subject, subject)));
	const named = sid === null ? undefined : eq(sessions.sid, sid);
	// A notice that is sent a second time must not end what began after it.
	const before = lte(sessions.createdAt, new Date(at.getTime() + 60_000));
	const { rowCount } = await ctx.db.delete(sessions).where(and(ofProvider, inArray(sessions.identityId, theirs), named, before));
	return rowCount ?? 0;
}
