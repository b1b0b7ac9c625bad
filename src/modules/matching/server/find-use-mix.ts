import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { canMix, roomsOf } from '../mix-sides.ts';
import type { MixRules } from '../use-mix.ts';
import { findPlans, type ShownPlan } from './find-plans.ts';
import { findRequestsForSpace } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';

export type UseMix = {
	space: { id: string; title: string; isPublic: boolean };
	/** Fewer than two parts and nothing to divide: there is nothing to mix. */
	canMix: boolean;
	/** Requests that fit and say how much room they need, and how many do not say it. */
	asked: number;
	unsized: number;
	/** Best first; empty when nothing satisfies the rules. */
	plans: ShownPlan[];
};

/** As many groups are weighed, the best by their score. */
const mostGroups = 30;
const mostPlans = 3;

/** Proposals which groups would fill a house together, with what stands against the others. For those who look after the house; 404 for everybody else. */
export async function findUseMix(ctx: Ctx, propertyId: string, rules: MixRules): Promise<UseMix> {
	const property = await findProperty(ctx, propertyId);
	const space = await findSpaceRow(ctx, property.id);
	const head = { id: property.id, title: property.title, isPublic: space !== null };
	const rooms = space ? roomsOf(space) : [];
	if (!space || !canMix(rooms)) return { space: head, canMix: false, asked: 0, unsized: 0, plans: [] };
	const requests = (await findRequestsForSpace(ctx, space, { limit: mostGroups })).map(({ request }) => request);
	const { plans, sized } = await findPlans(ctx, { rooms, wishes: requests, rules, most: mostPlans });
	return { space: head, canMix: true, asked: sized, unsized: requests.length - sized, plans };
}
