import type { Ctx } from '#modules/people/actor.ts';
import { reportToMove } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReporter } from './internal/tell-reporter.ts';

/** Not taken into the register, with the reason in plain words; whoever reported reads it. */
export async function declineReport(ctx: Ctx, { id, reason }: { id: string; reason?: string }): Promise<void> {
	const { report, town } = await reportToMove(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await moveReport(inside, report, { step: 'decline', reason });
		await tellReporter(inside, report, {
			title: `Ihre Meldung aus ${town.name} wird nicht übernommen`,
			paragraphs: [reason ?? '', 'Danke, dass Sie hingesehen haben.']
		});
	});
}

/** Laid aside as abuse, without a word to anybody; it is deleted after a month. */
export async function markSpam(ctx: Ctx, id: string): Promise<void> {
	const { report } = await reportToMove(ctx, id);
	await moveReport(ctx, report, { step: 'spam', set: { reporterEmail: null } });
}
