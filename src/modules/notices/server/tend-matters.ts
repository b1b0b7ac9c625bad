import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { endMeasure } from './internal/end-measure.ts';
import { tellAffected } from './internal/tell.ts';
import { contentDecisions, contentMatters } from './tables.ts';

/** The job of every night: measures whose last day is over end. Safe to repeat and to run twice at once. Returns how many ended. */
export async function tendMatters(ctx: Ctx): Promise<number> {
	const due = await ctx.db
		.select({ matter: contentMatters, decision: contentDecisions })
		.from(contentDecisions)
		.innerJoin(contentMatters, eq(contentMatters.id, contentDecisions.matterId))
		.where(and(lt(contentDecisions.until, ctx.now), isNull(contentDecisions.endedAt)))
		.orderBy(asc(contentDecisions.until))
		.limit(500);
	let ended = 0;
	for (const one of due)
		await ctx.db.transaction(async (db) => {
			const inside = { ...ctx, db };
			if (!(await endMeasure(inside, one, 'Die Zeit der Maßnahme ist um.'))) return;
			ended += 1;
			await tellAffected(inside, one, {
				title: `Beendet: Maßnahme zu „${one.matter.frozen.title}“`,
				paragraphs: ['Die Zeit der Maßnahme ist um. Was ausgeblendet war, ist wieder da wie zuvor.']
			});
		});
	return ended;
}
