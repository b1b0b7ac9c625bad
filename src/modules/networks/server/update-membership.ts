import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { MembershipInput } from '../forms.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { memberships } from './tables.ts';

/** What the office keeps of a membership besides its state: founding or not, since when, whether the fee came, an internal note. */
export async function updateMembership(ctx: Ctx, { slug, id, input }: { slug: string; id: string; input: MembershipInput }): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	const { tier, joinedOn = null, feePaidOn = null, internalNote = null } = input;
	await ctx.db.transaction(async (db) => {
		const [saved] = await db
			.update(memberships)
			.set({ tier, joinedOn, feePaidOn, internalNote, updatedAt: ctx.now })
			.where(and(eq(memberships.id, id), eq(memberships.networkId, network.id)))
			.returning({ id: memberships.id });
		if (!saved) throw notFound();
		await recordEvent({ ...ctx, db }, 'membership.updated', { subjectId: id, data: { tier, joinedOn, feePaidOn } });
	});
}
