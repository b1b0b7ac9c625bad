import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { canMix, groupOf, roomsOf } from '../mix-sides.ts';
import { planOf, programmeOf, type MixGroup, type MixPlan, type MixRules, type Problem } from '../use-mix.ts';
import { whyNotInMix, type Alone } from '../why-not-in-mix.ts';
import { findRequestsForSpace } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';
import { findWeights } from './find-weights.ts';
import { solve } from './internal/solve.ts';

export type ShownPlan = MixPlan & { outside: { id: string; title: string; why: string }[] };
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
/** An alternative that is worth less than this share of the best plan is none. */
const worthwhile = 0.5;

/** Proposals which groups would fill a house together, with what stands against the others. For those who look after the house; 404 for everybody else. */
export async function findUseMix(ctx: Ctx, propertyId: string, rules: MixRules): Promise<UseMix> {
	const property = await findProperty(ctx, propertyId);
	const space = await findSpaceRow(ctx, property.id);
	const head = { id: property.id, title: property.title, isPublic: space !== null };
	const rooms = space ? roomsOf(space) : [];
	if (!space || !canMix(rooms)) return { space: head, canMix: false, asked: 0, unsized: 0, plans: [] };
	const weights = await findWeights(ctx);
	const requests = (await findRequestsForSpace(ctx, space, { limit: mostGroups, weights })).map(({ request }) => request);
	const groups = requests.flatMap((request) => groupOf(request, rooms, weights) ?? []);
	const problem = { rooms, groups, rules };
	const plans = groups.length ? await plansFor(problem) : [];
	return { space: head, canMix: true, asked: groups.length, unsized: requests.length - groups.length, plans };
}

/** Whether one group could have the house to itself: what stands against it then has nothing to do with the others. */
async function aloneIn({ rooms }: Problem, group: MixGroup): Promise<Alone> {
	const rules = { mixesNoise: true, rentAtLeast: null };
	const fits = async (one: MixGroup) => {
		const problem = { rooms, groups: [one], rules };
		const values = await solve(programmeOf(problem));
		return values !== null && planOf(problem, values).chosen.length > 0;
	};
	if (await fits(group)) return 'fits';
	return (await fits({ ...group, maxMonthly: null })) ? 'too-dear' : 'wrong-size';
}

async function plansFor(problem: Problem): Promise<ShownPlan[]> {
	const plans: MixPlan[] = [];
	const isIn = (plan: MixPlan, group: MixGroup) => plan.chosen.some((chosen) => chosen.group === group);
	while (plans.length < mostPlans) {
		const seen = plans.map((plan) => plan.chosen.map(({ group }) => problem.groups.indexOf(group)));
		const values = await solve(programmeOf(problem, seen));
		const plan = values && planOf(problem, values);
		if (!plan?.chosen.length || plan.value < worthwhile * (plans[0]?.value ?? 0)) break;
		plans.push(plan);
	}
	const alone = new Map<MixGroup, Alone>();
	for (const group of problem.groups) if (plans.some((plan) => !isIn(plan, group))) alone.set(group, await aloneIn(problem, group));
	return plans.map((plan) => ({
		...plan,
		outside: [...alone]
			.filter(([group]) => !isIn(plan, group))
			.map(([group, how]) => ({ id: group.id, title: group.title, why: whyNotInMix(problem, { plan, group, alone: how }) }))
	}));
}
