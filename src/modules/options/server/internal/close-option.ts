import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { State } from '../../option.ts';
import { optionHolds, optionReports, options, optionTalks } from '../tables.ts';
import type { OptionRow } from './desk-for.ts';

const year = 365 * 86_400_000;
/** Reports with photos and notes of talks go so long after the end, whichever it is. */
const keptFor = { ended: year, used: 3 * year };

/** What was held is free; reports and notes of talks get the day on which they go. */
export async function release(ctx: Ctx, optionId: string, as: keyof typeof keptFor): Promise<void> {
	const forgetAt = new Date(ctx.now.getTime() + keptFor[as]);
	await ctx.db
		.update(optionHolds)
		.set({ endedAt: ctx.now })
		.where(and(eq(optionHolds.optionId, optionId), isNull(optionHolds.endedAt)));
	await ctx.db.update(optionReports).set({ forgetAt }).where(eq(optionReports.optionId, optionId));
	await ctx.db.update(optionTalks).set({ forgetAt }).where(eq(optionTalks.optionId, optionId));
}

/** Ends an option without a contract. */
export async function closeOption(ctx: Ctx, option: OptionRow, { state, reason }: { state: State; reason: string }): Promise<void> {
	await ctx.db
		.update(options)
		.set({ state, endReason: reason, endedBy: ctx.actor?.id ?? null, endedAt: ctx.now, version: option.version + 1 })
		.where(eq(options.id, option.id));
	await release(ctx, option.id, 'ended');
}
