import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { reportToMove } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';

/** Somebody begins to check a report, for their side; from then on no other side does. Throws 404, and 409 with who has it. */
export async function takeReport(ctx: Ctx, id: string): Promise<void> {
	const { report, sides, takenBy } = await reportToMove(ctx, id);
	if (report.state === 'in_review')
		throw refused(
			'taken-already',
			`Diese Meldung prüft schon ${takenBy ?? 'jemand aus Ihrer Stelle'}. Sie können mitlesen und mitentscheiden.`
		);
	await moveReport(ctx, report, {
		step: 'take',
		set: { takenBySide: sides[0] ?? null, takenById: ctx.actor?.id ?? null, takenAt: ctx.now }
	});
}

/** Puts a report back, so that another side may take it. */
export async function releaseReport(ctx: Ctx, id: string): Promise<void> {
	const { report } = await reportToMove(ctx, id);
	await moveReport(ctx, report, { step: 'release', set: { takenBySide: null, takenById: null, takenAt: null } });
}
