import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MembershipStep } from '../membership.ts';
import { takeStep } from './internal/take-step.ts';
import { memberships, networks } from './tables.ts';

type Advance = { networkId: string; organisationId: string; step: MembershipStep; reason?: string };
const ofBoth = ({ networkId, organisationId }: Omit<Advance, 'step'>) =>
	and(eq(memberships.networkId, networkId), eq(memberships.organisationId, organisationId));

/**
 * Takes a step of a membership for a module that has asked its own policy and guards: the admission. The rules of `membership.ts` hold all the same.
 * In the caller's transaction. Returns the membership's id.
 */
export async function advanceMembership(ctx: Ctx, { networkId, organisationId, step, reason }: Advance): Promise<string> {
	const [network] = await ctx.db.select().from(networks).where(eq(networks.id, networkId));
	if (!network) throw notFound();
	const [before = null] = await ctx.db.select().from(memberships).where(ofBoth({ networkId, organisationId })).for('update');
	return takeStep(ctx, { network, organisationId, before, step, reason });
}

/** Notes the day on which the joining fee came; in the caller's transaction. */
export async function settleFee(
	ctx: Ctx,
	{ networkId, organisationId, paidOn }: Omit<Advance, 'step' | 'reason'> & { paidOn: string }
): Promise<void> {
	await ctx.db.update(memberships).set({ feePaidOn: paidOn, updatedAt: ctx.now }).where(ofBoth({ networkId, organisationId }));
}
