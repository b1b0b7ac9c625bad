import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { liftBar } from '#modules/people/server/bar-from-publishing.ts';
import { measures } from '../../decision.ts';
import { contentDecisions } from '../tables.ts';
import { effects } from './effects.ts';
import type { DecisionRow, MatterRow } from './load-matter.ts';

/** Ends what a decision did: the content comes back as it was, the account may publish again. A second time changes nothing. In the caller's transaction. */
export async function endMeasure(
	ctx: Ctx,
	{ matter, decision }: { matter: MatterRow; decision: DecisionRow },
	why: string
): Promise<boolean> {
	const ended = await ctx.db
		.update(contentDecisions)
		.set({ endedAt: ctx.now, endedWhy: why })
		.where(and(eq(contentDecisions.id, decision.id), isNull(contentDecisions.endedAt)))
		.returning({ id: contentDecisions.id });
	if (!ended.length) return false;
	if (measures[decision.measure].hides) await effects[matter.kind].restore(ctx, matter.contentId);
	if (decision.barId) await liftBar(ctx, decision.barId);
	return true;
}
