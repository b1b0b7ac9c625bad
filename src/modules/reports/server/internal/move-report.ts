import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { forgetAt, stateAfter, whyNotStep, type Check, type ReportStep } from '../../report.ts';
import { reportHistory, reports } from '../tables.ts';
import type { ReportRow } from './load-report.ts';

type Move = { step: ReportStep; reason?: string; checked?: Check[]; set?: Partial<ReportRow>; byReporter?: boolean };

/** Takes one step of a report: what stands against it, the row, and its line in the history. Throws 409, and 422 where words are missing. */
export async function moveReport(ctx: Ctx, before: ReportRow, { step, reason, checked, set, byReporter = false }: Move): Promise<void> {
	const against = whyNotStep(before.state, step, reason);
	if (against) throw refused(against.code, against.message, against.code === 'reason-missing' ? 'reason' : undefined);
	const to = stateAfter(before.state, step);
	const same = and(eq(reports.id, before.id), eq(reports.state, before.state), before.ags ? eq(reports.ags, before.ags) : undefined);
	await ctx.db.transaction(async (db) => {
		const moved = await db
			.update(reports)
			.set({ ...set, state: to, forgetAt: forgetAt(to, ctx.now) })
			.where(same)
			.returning({ id: reports.id });
		if (!moved.length)
			throw refused('changed-meanwhile', 'Jemand war schneller: Der Stand hat sich eben geändert. Bitte neu laden und ansehen.');
		await db.insert(reportHistory).values({
			...{ id: newId(), reportId: before.id, step, from: before.state, to, reason: reason?.trim() || null, checked },
			...{ at: ctx.now, byPersonId: byReporter ? null : (ctx.actor?.id ?? null) }
		});
	});
}
