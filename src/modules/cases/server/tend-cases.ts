import { dayOf } from '#lib/calendar.ts';
import { and, eq, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { germanDay } from '#lib/text/german.ts';
import { openStates } from '../case.ts';
import { cases } from './case-tables.ts';
import { chunk, inChunks } from './internal/in-chunks.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk } from './internal/tell.ts';
import { remindOfRecommendations, remindOfViewings } from './internal/case-reminders.ts';

const daysBetween = 14;

/** What slept until today wakes up to what it was, with today as the day of its next step, and its office hears of it. */
async function wake(ctx: Ctx): Promise<number> {
	const today = dayOf(ctx.now);
	const due = await ctx.db
		.select()
		.from(cases)
		.where(and(eq(cases.state, 'sleeping'), lte(cases.sleepUntil, today)))
		.orderBy(cases.sleepUntil, cases.id)
		.limit(chunk)
		.for('update', { skipLocked: true });
	for (const row of due) {
		const to = row.sleepFrom ?? 'accepted';
		const awake = { state: to, sleepFrom: null, sleepUntil: null, sleepReason: null, nextStepOn: today, nextStepRemindedOn: null } as const;
		await ctx.db
			.update(cases)
			.set({ ...awake, updatedAt: ctx.now })
			.where(eq(cases.id, row.id));
		const reason = `Geschlafen bis heute: ${row.sleepReason ?? ''}`;
		await noteStep(ctx, { caseId: row.id, machine: 'case', subjectId: row.id, step: 'wake', from: 'sleeping', to, reason });
		const told = { kind: 'case-woke', subjectId: `${row.id}:${row.sleepUntil}`, title: `Aufgewacht: ${row.title}`, text: reason };
		await tellDesk(ctx, { ...row, ...awake }, { ...told, both: true });
	}
	return due.length;
}

/** Whoever is responsible hears the day after a next step was due, and every two weeks while nothing moves; then the backup too. */
async function remindOfNextSteps(ctx: Ctx): Promise<number> {
	const today = dayOf(ctx.now);
	const again = sql`${cases.nextStepRemindedOn} <= ${today}::date - ${daysBetween}::int`;
	const due = await ctx.db
		.select()
		.from(cases)
		.where(and(inArray(cases.state, [...openStates]), lt(cases.nextStepOn, today), or(sql`${cases.nextStepRemindedOn} is null`, again)))
		.orderBy(cases.nextStepOn, cases.id)
		.limit(chunk)
		.for('update', { skipLocked: true });
	for (const row of due) {
		await ctx.db.update(cases).set({ nextStepRemindedOn: today }).where(eq(cases.id, row.id));
		const text = `War für den ${germanDay(row.nextStepOn ?? '')} vorgesehen: ${row.nextStep ?? ''}`;
		const told = { kind: 'case-overdue', subjectId: `${row.id}:${today}`, title: `Überfällig: ${row.title}`, text };
		await tellDesk(ctx, row, { ...told, both: row.nextStepRemindedOn !== null });
	}
	return due.length;
}

export type Tended = { woke: number; overdue: number; recommendations: number; viewings: number };

/** The daily round over all cases: wakes, reminds, and leaves alone what sleeps or has ended. Running it twice changes nothing. */
export async function tendCases(ctx: Ctx): Promise<Tended> {
	return {
		woke: await inChunks(ctx, wake),
		overdue: await inChunks(ctx, remindOfNextSteps),
		recommendations: await inChunks(ctx, (inside) => remindOfRecommendations(inside, chunk)),
		viewings: await inChunks(ctx, (inside) => remindOfViewings(inside, chunk))
	};
}
