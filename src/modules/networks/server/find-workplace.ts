import type { Actor, Ctx } from '#modules/people/actor.ts';
import type { Standing } from '../policy.ts';
import { networkFor, type NetworkRow } from './internal/network-for.ts';

type Asked = { slug: string; may: (actor: Actor | null, standing: Standing) => boolean };

/** The network of that slug, and what the actor is in it, for modules that build on networks. 404 for whoever does not work in it, 403 for whoever may not do this. */
export async function findWorkplace(ctx: Ctx, { slug, may }: Asked): Promise<{ network: NetworkRow; standing: Standing }> {
	return networkFor(ctx, slug, may);
}
