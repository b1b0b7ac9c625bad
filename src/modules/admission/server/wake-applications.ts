import { dayOf } from '#lib/calendar.ts';
import { and, eq, lt, lte } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { loadApplication } from './internal/load-application.ts';
import { takeTransition } from './internal/take-transition.ts';
import { applications } from './tables.ts';

/** The nightly round: applications on hold whose day has come go on where they stood. Returns how many. */
export async function wakeApplications(ctx: Ctx): Promise<number> {
	const due = await ctx.db
		.select({ id: applications.id })
		.from(applications)
		.where(and(eq(applications.state, 'on_hold'), lte(applications.holdUntil, dayOf(ctx.now))));
	for (const { id } of due)
		await ctx.db.transaction(async (db) => {
			const inside = { ...ctx, db };
			const found = await loadApplication(inside, id, true);
			if (found.application.state === 'on_hold')
				await takeTransition(inside, found, { transition: 'wake', side: 'itself', reason: 'Der vorgemerkte Tag ist da.' });
		});
	return due.length;
}

const daysOfDraft = 365;

/** Drafts that nobody has touched for a year are forgotten. Returns how many. */
export async function dropOldDrafts(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const before = new Date(ctx.now.getTime() - daysOfDraft * 86_400_000);
	const old = and(eq(applications.state, 'draft'), lt(applications.updatedAt, before));
	return (await ctx.db.delete(applications).where(old).returning({ id: applications.id })).length;
}
