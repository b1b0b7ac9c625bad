import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { parseIndicators, type Category, type Criterion } from '../criteria.ts';
import type { CriterionInput } from '../forms-award.ts';
import { draftCatalogue } from './internal/draft-catalogue.ts';
import { placeCatalogues } from './tables.ts';

/** Categories in the order of the form; one without a title is taken away. Their codes are counted: 3.1, 3.2. */
function categoriesOf(input: CriterionInput, before: Criterion | undefined): Category[] {
	const known = before?.categories.flatMap(({ indicators }) => indicators) ?? [];
	return input.categoryTitle
		.map((title, i) => ({ title, definition: input.definition[i] ?? '', effect: input.effect[i] ?? '', typed: input.indicators[i] ?? '' }))
		.filter(({ title }) => title)
		.map(({ typed, ...category }, i) => {
			const code = `${input.number}.${i + 1}`;
			return { code, ...category, indicators: parseIndicators(typed, { code, before: known }) };
		});
}

/** Keeps one criterion in the version that is being worked on; what is published, and every assessment by it, stays as it is. */
export async function saveCriterion(ctx: Ctx, { slug, input }: { slug: string; input: CriterionInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const draft = await draftCatalogue({ ...ctx, db }, slug);
		const before = draft.criteria.find(({ number }) => number === input.number);
		const { number, title = '', obligation, question = '' } = input;
		const saved: Criterion = { number, title, obligation, question, categories: categoriesOf(input, before) };
		const criteria = [...draft.criteria.filter((one) => one.number !== number), saved].sort((a, b) => a.number - b.number);
		await db.update(placeCatalogues).set({ criteria, updatedAt: ctx.now }).where(eq(placeCatalogues.id, draft.id));
	});
}
