import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { legalStepsOf, openLegalSteps, type LegalForm, type LegalStep } from '../legal-form.ts';
import { groupForMember } from './internal/group-for.ts';
import { groupTicks } from './tables.ts';

export type LegalWay = { form: LegalForm; steps: (LegalStep & { done: { by: string | null; at: Date } | null })[]; open: string[] };

/** The way to the chosen legal form, with what is done, by whom and when; null while none is chosen. For members. Throws 401, 404. */
export async function findLegalWay(ctx: Ctx, groupId: string): Promise<LegalWay | null> {
	const { row } = await groupForMember(ctx, groupId);
	const form = row.legalForm;
	if (!form) return null;
	const ticks = await ctx.db
		.select({ step: groupTicks.step, at: groupTicks.at, by: sql<string | null>`nullif(${people.name}, '')` })
		.from(groupTicks)
		.leftJoin(people, eq(people.id, groupTicks.byPersonId))
		.where(and(eq(groupTicks.groupId, groupId), eq(groupTicks.form, form)));
	const done = new Map(ticks.map(({ step, ...tick }) => [step, tick]));
	const steps = legalStepsOf(form).map((step) => ({ ...step, done: done.get(step.id) ?? null }));
	return { form, steps, open: openLegalSteps(form, [...done.keys()]) };
}
