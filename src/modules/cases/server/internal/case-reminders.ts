import { dayOf } from '#lib/calendar.ts';
import { and, eq, gt, inArray, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import { germanDay } from '#lib/text/german.ts';
import { momentText } from '#lib/text/berlin.ts';
import { shortened } from '#lib/text/shortened.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { daysBetweenReminders, mostReminders, remindedStates } from '../../recommendation.ts';
import { cases, recommendations, viewingGuests, viewings } from '../case-tables.ts';
import { tellParties } from './tell.ts';

/** The same as `isReminderDue` says one by one. */
const quiet = ['sleeping', 'closed', 'rejected'] as const;

/** Reminds whom a recommendation is for on its day and once more two weeks later; not of what hangs, is done or does not help. */
export async function remindOfRecommendations(ctx: Ctx, limit: number): Promise<number> {
	const today = dayOf(ctx.now);
	const due = await ctx.db
		.select({ one: recommendations, row: cases })
		.from(recommendations)
		.innerJoin(cases, eq(cases.id, recommendations.caseId))
		.where(
			and(
				inArray(recommendations.state, [...remindedStates]),
				notInArray(cases.state, [...quiet]),
				lte(recommendations.dueOn, today),
				lt(recommendations.reminders, mostReminders),
				or(isNull(recommendations.remindedOn), sql`${recommendations.remindedOn} <= ${today}::date - ${daysBetweenReminders}::int`)
			)
		)
		.orderBy(recommendations.dueOn, recommendations.id)
		.limit(limit)
		.for('update', { of: recommendations, skipLocked: true });
	for (const { one, row } of due) {
		const reminders = one.reminders + 1;
		await ctx.db.update(recommendations).set({ reminders, remindedOn: today }).where(eq(recommendations.id, one.id));
		const text = `${shortened(one.text, 160)} (bis ${germanDay(one.dueOn ?? today)}). Erledigt, oder hilft es nicht? Ein Klick genügt.`;
		const told = { kind: 'case-reminder', subjectId: `${one.id}:${today}`, title: `Zur Erinnerung: ${row.title}`, text };
		await tellParties(ctx, row, { ...told, ...(one.partyId && { partyIds: [one.partyId] }) });
	}
	return due.length;
}

/** Who said yes hears once, in the two days before. */
export async function remindOfViewings(ctx: Ctx, limit: number): Promise<number> {
	const soon = new Date(ctx.now.getTime() + 48 * 3_600_000);
	const due = await ctx.db
		.select({ one: viewings, row: cases })
		.from(viewings)
		.innerJoin(cases, eq(cases.id, viewings.caseId))
		.where(and(eq(viewings.state, 'planned'), isNull(viewings.remindedAt), gt(viewings.startsAt, ctx.now), lte(viewings.startsAt, soon)))
		.orderBy(viewings.startsAt, viewings.id)
		.limit(limit)
		.for('update', { of: viewings, skipLocked: true });
	for (const { one, row } of due) {
		await ctx.db.update(viewings).set({ remindedAt: ctx.now }).where(eq(viewings.id, one.id));
		const coming = and(eq(viewingGuests.viewingId, one.id), eq(viewingGuests.state, 'coming'));
		const guests = await ctx.db.select({ id: viewingGuests.partyId }).from(viewingGuests).where(coming);
		const text = `${momentText(one.startsAt)}, ${one.place}.${one.note ? ` ${one.note}` : ''}`;
		const told = { kind: 'case-viewing-soon', subjectId: `${one.id}:${one.sequence}`, title: `Bald: ${one.title}`, text };
		if (guests.length) await tellParties(ctx, row, { ...told, viewingId: one.id, partyIds: guests.map(({ id }) => id) });
	}
	return due.length;
}
