import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEditPage } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkParts, networks } from './tables.ts';

/** Changes places with the neighbour above or below; at the end nothing happens. */
export async function movePart(ctx: Ctx, { slug, id, up }: { slug: string; id: string; up: boolean }): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayEditPage);
	await ctx.db.transaction(async (db) => {
		await db.update(networks).set({ updatedAt: ctx.now }).where(eq(networks.id, network.id));
		const mine = and(eq(networkParts.networkId, network.id), eq(networkParts.id, id));
		const [part] = await db.select().from(networkParts).where(mine);
		if (!part) throw notFound();
		const beyond = up ? lt(networkParts.position, part.position) : gt(networkParts.position, part.position);
		const [neighbour] = await db
			.select()
			.from(networkParts)
			.where(and(eq(networkParts.networkId, network.id), eq(networkParts.kind, part.kind), beyond))
			.orderBy(up ? desc(networkParts.position) : asc(networkParts.position))
			.limit(1);
		if (!neighbour) return;
		await db.update(networkParts).set({ position: neighbour.position }).where(eq(networkParts.id, part.id));
		await db.update(networkParts).set({ position: part.position }).where(eq(networkParts.id, neighbour.id));
	});
}
