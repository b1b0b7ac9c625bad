import type { Ctx } from '#modules/people/actor.ts';
import type { Standing } from '../policy.ts';
import { standingIn } from './internal/network-for.ts';

/** What the actor is in this network today, for modules that build on networks; nobody's standing but the actor's own. */
export async function findStanding(ctx: Ctx, networkId: string | null): Promise<Standing> {
	return networkId ? standingIn(ctx, networkId) : { roles: [] };
}
