import { inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { reports } from './tables.ts';

/** Whoever reported does not want to be asked again about these; their address stays for the report itself. Part of a command that knows who asks. */
export async function stopAskingReporter(ctx: Pick<Ctx, 'db'>, reportIds: string[]): Promise<void> {
	if (reportIds.length) await ctx.db.update(reports).set({ askLaterAt: null }).where(inArray(reports.id, reportIds));
}
