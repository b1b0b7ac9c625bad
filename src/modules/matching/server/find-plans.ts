import type { Ctx } from '#modules/people/actor.ts';
import { groupOf, type Room } from '../mix-sides.ts';
import type { Wish } from '../pair.ts';
import { planOf, programmeOf, type MixGroup, type MixPlan, type MixRules, type Problem } from '../use-mix.ts';
import { whyNotInMix, type Alone } from '../why-not-in-mix.ts';
import { findWeights } from './find-weights.ts';
import { solve } from './internal/solve.ts';

export type ShownPlan = MixPlan & { outside: { id: string; title: string; why: string }[] };

/** An alternative that is worth less than this share of the best plan is none. */
const worthwhile = 0.5;

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

type Asked = { rooms: readonly Room[]; wishes: readonly (Wish & { title: string })[]; rules: MixRules; most: number };

/** The best ways to fill the rooms, at most `most`, with what stands against whoever is left out; and how many say how much room they need. The caller has asked who may ask. */
export async function findPlans(
	ctx: Pick<Ctx, 'db'>,
	{ rooms, wishes, rules, most }: Asked
): Promise<{ plans: ShownPlan[]; sized: number }> {
	const weights = await findWeights(ctx);
	const groups = wishes.flatMap((wish) => groupOf(wish, rooms, weights) ?? []);
	const plans = groups.length ? await solved({ rooms, groups, rules }, most) : [];
	return { plans, sized: groups.length };
}

async function solved(problem: Problem, most: number): Promise<ShownPlan[]> {
	const plans: MixPlan[] = [];
	const isIn = (plan: MixPlan, group: MixGroup) => plan.chosen.some((chosen) => chosen.group === group);
	while (plans.length < most) {
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
