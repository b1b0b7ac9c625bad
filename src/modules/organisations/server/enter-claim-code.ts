import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { codeTries, plainCode, whyNotTryCode } from '../claim.ts';
import { findClaim } from './find-claim.ts';
import { hashCode } from './internal/hash-code.ts';
import { acceptClaim } from './internal/settle-claim.ts';
import { claims } from './tables.ts';

/** The code from the letter. Every try counts, also when many come at once; after five wrong ones a new letter is needed. */
export async function enterClaimCode(ctx: Ctx, { id, code }: { id: string; code: string }): Promise<{ organisationId: string }> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const claim = await findClaim(ctx, id);
	if (claim.personId !== ctx.actor.id) throw notFound();
	const why = whyNotTryCode({ ...claim, hasCode: claim.codeUntil !== null, expiresAt: claim.codeUntil, now: ctx.now });
	if (why) throw refused(why.code, why.message, 'code');
	// Counted before it is compared and outside of any transaction that the refusal would undo.
	const [tried] = await ctx.db
		.update(claims)
		.set({ tries: sql`${claims.tries} + 1` })
		.where(and(eq(claims.id, id), isNull(claims.outcome), isNotNull(claims.secretHash), lt(claims.tries, codeTries)))
		.returning({ hash: claims.secretHash, tries: claims.tries });
	if (!tried) throw refused('code-locked', 'Der Code gilt nicht mehr. Bitte das Netzwerkbüro um einen neuen Brief.', 'code');
	if (tried.hash !== (await hashCode(ctx, { id, code: plainCode(code) }))) {
		const left = codeTries - tried.tries;
		const rest = left ? `Noch ${left === 1 ? 'ein Versuch' : `${left} Versuche`}.` : 'Bitte das Netzwerkbüro um einen neuen Brief.';
		throw refused('wrong-code', `Dieser Code stimmt nicht. ${rest}`, 'code');
	}
	await ctx.db.transaction((db) => acceptClaim({ ...ctx, db }, { id, by: null }));
	return { organisationId: claim.organisation.id };
}
