import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isOpen, isWritable, whyNotNextStep } from '../case.ts';
import type { PlanInput } from '../forms-case.ts';
import { cases } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';
import { checkAssignee } from './internal/check-assignee.ts';
import { tellDesk } from './internal/tell.ts';

/** Title, what it is about, who is responsible and what comes next. An open case keeps a next step; a changed one is reminded of anew. Throws 404, 409, 422. */
export async function planCase(ctx: Ctx, { id, input }: { id: string; input: PlanInput }): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		if (!isWritable(row.state)) throw refused('case-ended', 'Dieser Fall ist beendet. Bitte zuerst wieder öffnen.');
		const { title, summary = '', topic = null, assigneeId = null, backupId = null, nextStep = null, nextStepOn = null } = input;
		await checkAssignee(inside, row, { field: 'assigneeId', id: assigneeId });
		await checkAssignee(inside, row, { field: 'backupId', id: backupId });
		const isMoved = nextStep !== row.nextStep || nextStepOn !== row.nextStepOn;
		const not = isOpen(row.state) && isMoved ? whyNotNextStep({ nextStep, nextStepOn, today: dayOf(ctx.now) }) : null;
		if (not) throw refused(not.code, not.message, not.field);
		if (isOpen(row.state) && !assigneeId) throw refused('no-assignee', 'Bitte sagen, wer zuständig ist.', 'assigneeId');
		const changes = { title, summary, topic, assigneeId, backupId, nextStep, nextStepOn, updatedAt: ctx.now };
		const [after] = await db
			.update(cases)
			.set({ ...changes, ...(isMoved && { nextStepRemindedOn: null }) })
			.where(eq(cases.id, id))
			.returning();
		if (!after || !assigneeId || assigneeId === row.assigneeId) return;
		const told = {
			kind: 'case-assigned',
			subjectId: `${id}:${ctx.now.toISOString()}`,
			title: `Für Sie: ${title}`,
			text: 'Sie sind jetzt zuständig.'
		};
		await tellDesk(inside, after, told);
	});
}
