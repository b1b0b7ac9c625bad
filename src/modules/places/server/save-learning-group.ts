import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { LearningGroupInput } from '../forms-exchange.ts';
import { mayRunPlaces } from '../policy.ts';
import { programmeFor } from './internal/programme-for.ts';
import { learningGroups } from './tables.ts';

/** Begins a learning group of the network, or changes its words and whether it takes places in. */
export async function saveLearningGroup(
	ctx: Ctx,
	{ slug, id, input }: { slug: string; id?: string; input: LearningGroupInput }
): Promise<void> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	const row = { title: input.title, description: input.description ?? null, isOpen: input.isOpen };
	if (!id) {
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		await ctx.db.insert(learningGroups).values({ id: newId(), networkId: network.id, ...row, ...stamp });
		return;
	}
	const saved = await ctx.db
		.update(learningGroups)
		.set(row)
		.where(and(eq(learningGroups.id, id), eq(learningGroups.networkId, network.id)))
		.returning({ id: learningGroups.id });
	if (!saved.length) throw notFound();
}
