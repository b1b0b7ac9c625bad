import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { ownReport, type ReportKey } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';

/** Whoever reported adds a word, or answers the question that is open. Throws 404, 409, 410, 422 and 429. */
export async function addToReport(ctx: Ctx, { key, reason }: { key: ReportKey; reason?: string }): Promise<void> {
	const { report } = await ownReport(ctx, key);
	await countTry(ctx, { what: 'report words', who: report.id, limit: 10, minutes: 24 * 60 });
	await moveReport(ctx, report, { step: report.state === 'asked' ? 'reply' : 'add', reason, byReporter: true });
}
