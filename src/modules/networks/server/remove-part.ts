import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayEditPage } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkParts, networks } from './tables.ts';

/** Takes a part out; the public page keeps it until the next publication. */
export async function removePart(ctx: Ctx, { slug, id }: { slug: string; id: string }): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayEditPage);
	await ctx.db.transaction(async (db) => {
		await db.update(networks).set({ updatedAt: ctx.now }).where(eq(networks.id, network.id));
		const [gone] = await db
			.delete(networkParts)
			.where(and(eq(networkParts.networkId, network.id), eq(networkParts.id, id)))
			.returning({ kind: networkParts.kind });
		if (!gone) throw notFound();
		await recordEvent({ ...ctx, db }, 'network.part_removed', { subjectId: network.id, data: { kind: gone.kind, part: id } });
	});
}
