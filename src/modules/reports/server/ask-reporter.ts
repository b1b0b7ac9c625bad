import type { Ctx } from '#modules/people/actor.ts';
import { reportToMove } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReporter } from './internal/tell-reporter.ts';

/** A question to whoever reported: on the page of their report, and by mail where an address was left. */
export async function askReporter(ctx: Ctx, { id, reason }: { id: string; reason?: string }): Promise<void> {
	const { report, town } = await reportToMove(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await moveReport(inside, report, { step: 'ask', reason });
		await tellReporter(inside, report, { title: `Eine Frage zu Ihrer Meldung aus ${town.name}`, paragraphs: [reason ?? ''] });
	});
}
