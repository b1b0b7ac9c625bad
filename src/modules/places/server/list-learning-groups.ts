import type { Ctx } from '#modules/people/actor.ts';
import { mayRunPlaces } from '../policy.ts';
import { loadLearningGroups } from './find-exchange.ts';
import { programmeFor } from './internal/programme-for.ts';

/** The learning groups of a network with their places and contacts, for its office. */
export async function listLearningGroups(ctx: Ctx, slug: string): Promise<Awaited<ReturnType<typeof loadLearningGroups>>> {
	const { network } = await programmeFor(ctx, slug, mayRunPlaces);
	return loadLearningGroups(ctx, network.id);
}
