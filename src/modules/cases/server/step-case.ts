import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { caseStateAfter, caseSteps, outcomes, whyNotCaseStep, type CaseState } from '../case.ts';
import type { CaseStepInput } from '../forms-case.ts';
import { cases } from './case-tables.ts';
import { caseAtDesk, type CaseRow } from './internal/case-for.ts';
import { checkAssignee } from './internal/check-assignee.ts';
import { noteStep } from './internal/note-step.ts';
import { tellParties } from './internal/tell.ts';

function changesOf(row: CaseRow, { to, input, now }: { to: CaseState; input: CaseStepInput; now: Date }): Partial<CaseRow> {
	const { step, outcome, lesson, sleepUntil, reason, assigneeId, nextStep, nextStepOn } = input;
	const planned = nextStep !== undefined || nextStepOn !== undefined;
	return {
		...{ state: to, updatedAt: now },
		...(assigneeId && { assigneeId }),
		...(planned && { nextStep: nextStep ?? row.nextStep, nextStepOn: nextStepOn ?? row.nextStepOn, nextStepRemindedOn: null }),
		...(step === 'sleep' && { sleepFrom: row.state, sleepUntil, sleepReason: reason?.trim() }),
		...(row.state === 'sleeping' && { sleepFrom: null, sleepUntil: null, sleepReason: null }),
		...(step === 'wake' && { nextStepOn: dayOf(now), nextStepRemindedOn: null }),
		...(step === 'close' && { outcome, lesson: lesson ?? null }),
		...((to === 'closed' || to === 'rejected') && { closedAt: now }),
		...(step === 'reopen' && { closedAt: null, outcome: null })
	};
}

const endText = (input: CaseStepInput): string => {
	if (input.step === 'close') return `Ergebnis: ${input.outcome ? outcomes[input.outcome] : ''}.${input.reason ? ` ${input.reason}` : ''}`;
	return input.reason ?? '';
};

/**
 * Takes a step of a case: what stands against it comes as a sentence (409, 422). While somebody works on it, it has a next step with a day. The parties
 * hear when it ends.
 */
export async function stepCase(ctx: Ctx, { id, input }: { id: string; input: CaseStepInput }): Promise<CaseState> {
	await caseAtDesk(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		const { step, reason, assigneeId, nextStep, nextStepOn, sleepUntil, outcome } = input;
		await checkAssignee(inside, row, { field: 'assigneeId', id: assigneeId });
		const plan = {
			assigneeId: assigneeId ?? row.assigneeId,
			nextStep: nextStep ?? row.nextStep,
			nextStepOn: nextStepOn ?? row.nextStepOn
		};
		const not = whyNotCaseStep({ state: row.state, step, today: dayOf(ctx.now), ...plan, sleepUntil, reason, outcome });
		if (not) throw refused(not.code, not.message, not.field);
		const to = caseStateAfter(step, row.sleepFrom);
		const changes = changesOf(row, { to, input, now: ctx.now });
		await db.update(cases).set(changes).where(eq(cases.id, id));
		const { isShared } = caseSteps[step];
		await noteStep(inside, { caseId: id, machine: 'case', subjectId: id, step, from: row.state, to, reason, isShared });
		if (step === 'close' || step === 'reject') {
			const told = {
				kind: 'case-ended',
				subjectId: `${id}:${ctx.now.toISOString()}`,
				title: `Fall beendet: ${row.title}`,
				text: endText(input)
			};
			await tellParties(inside, { ...row, ...changes }, told);
		}
		return to;
	});
}
