import { eq } from 'drizzle-orm';
import { dayAfter, dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { milestonesOf, proposedTimeline, ruleOf, whenText, workday, type Timeline } from '../timeline.ts';
import { changeDraft, type ProcedureRow } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

async function keep(ctx: Ctx, row: ProcedureRow, { version, timeline }: { version: number; timeline: Timeline }): Promise<void> {
	const names = milestonesOf(row.kind);
	const texts = names.flatMap((name): [string, string][] => {
		const when = row.timeline[name];
		return when ? [[ruleOf(name).text, whenText(when)]] : [];
	});
	await refuseConflict(ctx, row, { read: version, texts });
	const kept = Object.fromEntries(names.flatMap((name) => (timeline[name] ? [[name, timeline[name]]] : [])));
	await ctx.db
		.update(procedures)
		.set({ timeline: kept, version: version + 1 })
		.where(eq(procedures.id, row.id));
}

/** The days of a procedure, as far as its kind has them. A plan may be kept with gaps; the page says what is wrong. Throws 401, 404, 409. */
export async function saveTimeline(
	ctx: Ctx,
	{ id, version, timeline }: { id: string; version: number; timeline: Timeline }
): Promise<void> {
	await changeDraft(ctx, id, (inside, { row }) => keep(inside, row, { version, timeline }));
}

/** Reckons all days anew from the day of the call, four weeks from today unless said otherwise. Throws 401, 404, 409. */
export async function proposeTimeline(ctx: Ctx, { id, version, start }: { id: string; version: number; start?: string }): Promise<void> {
	const from = start ?? workday(dayAfter(dayOf(ctx.now), 28));
	await changeDraft(ctx, id, (inside, { row }) => keep(inside, row, { version, timeline: proposedTimeline(row.kind, from) }));
}
