import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { cases } from '../case-tables.ts';

/** The office has said something to the parties; the first time is what the time to the first word is measured by. */
export async function noteFirstWord(ctx: Ctx, caseId: string): Promise<void> {
	await ctx.db
		.update(cases)
		.set({ firstWordAt: ctx.now })
		.where(and(eq(cases.id, caseId), isNull(cases.firstWordAt)));
}
