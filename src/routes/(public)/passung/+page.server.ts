import { exampleOffer, exampleWish } from '#modules/matching/example.ts';
import { scorePair } from '#modules/matching/score.ts';
import { listWeights } from '#modules/matching/server/find-weights.ts';
import { criterionNames } from '#modules/matching/weights.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The weights come from the data and the example from the function that scores every pair: this page cannot say something else. */
export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const versions = await listWeights(ctx);
	const [current] = versions;
	const example = current && scorePair(exampleOffer, exampleWish, current);
	const criteria = example?.criteria.map((criterion) => ({ ...criterion, label: criterionNames[criterion.id] })) ?? [];
	return { versions, example: example && { ...example, criteria } };
};
