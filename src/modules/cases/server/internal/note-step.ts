import { newId } from '#lib/server/id.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { caseStepsTaken } from '../case-tables.ts';

type Step = Pick<typeof caseStepsTaken.$inferInsert, 'caseId' | 'machine' | 'subjectId' | 'step' | 'from' | 'to'> & {
	reason?: string;
	isShared?: boolean;
};

/** Writes who did what when, from where to where and why, and tells it. In the caller's transaction. */
export async function noteStep(ctx: Ctx, { reason, isShared = false, ...step }: Step): Promise<void> {
	const why = reason?.trim() || null;
	await ctx.db
		.insert(caseStepsTaken)
		.values({ id: newId(), ...step, reason: why, isShared, at: ctx.now, byPersonId: ctx.actor?.id ?? null });
	const { caseId, machine, subjectId, step: name, to } = step;
	await recordEvent(ctx, `${machine}.stepped`, { subjectId, data: { case: caseId, step: name, to } });
}
