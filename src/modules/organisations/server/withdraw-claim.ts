import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { findClaim } from './find-claim.ts';
import { withdrawOwn } from './internal/settle-claim.ts';

/** Takes one's own open claim back. */
export async function withdrawClaim(ctx: Ctx, id: string): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const { actor } = ctx;
	const claim = await findClaim(ctx, id);
	if (claim.personId !== actor.id) throw notFound();
	await ctx.db.transaction((db) => withdrawOwn({ ...ctx, db }, { id, by: actor.id }));
}
