import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { mayDecideClaims } from '../policy.ts';
import { findClaim } from './find-claim.ts';
import { acceptClaim, rejectClaim } from './internal/settle-claim.ts';

type Decision = { id: string; outcome: 'accepted' | 'rejected'; reason?: string };

/** The network office settles a claim, after a call to the town hall for example. The person reads the reason of a refusal. */
export async function decideClaim(ctx: Ctx, { id, outcome, reason }: Decision): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!mayDecideClaims(ctx.actor)) throw forbidden('Über Ansprüche entscheidet das Netzwerkbüro.');
	const by = ctx.actor.id;
	await findClaim(ctx, id);
	await ctx.db.transaction((db) =>
		outcome === 'accepted'
			? acceptClaim({ ...ctx, db }, { id, by, reason })
			: rejectClaim({ ...ctx, db }, { id, by, reason: reason ?? 'kein Grund genannt' })
	);
}
