import { dayOf } from '#lib/calendar.ts';
import { asc, eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { hasPassed, isStale } from '../programme.ts';
import { regionText } from '../region.ts';
import { programmeColumns } from './internal/programme-columns.ts';
import { regionNames } from './internal/region-names.ts';
import { fundingProgrammes } from './tables.ts';

const inside = {
	...programmeColumns,
	note: fundingProgrammes.note,
	publishedAt: fundingProgrammes.publishedAt,
	reviewedBy: people.name
};

/** The whole directory for those who keep it, with drafts, notes and who looked last; what is due first. Throws 403. */
export async function listKeptProgrammes(ctx: Ctx) {
	if (!mayKeepProgrammes(ctx.actor)) throw forbidden();
	const today = dayOf(ctx.now);
	const names = await regionNames(ctx);
	const rows = await ctx.db
		.select(inside)
		.from(fundingProgrammes)
		.leftJoin(people, eq(people.id, fundingProgrammes.reviewedBy))
		.orderBy(asc(fundingProgrammes.title), asc(fundingProgrammes.id));
	const all = rows.map((row) => ({ ...row, where: regionText(row, names) }));
	const isDue = (row: (typeof all)[number]) => isStale(row, today) || hasPassed(row, today);
	return { today, due: all.filter(isDue), current: all.filter((row) => !isDue(row)) };
}
export type KeptProgramme = Awaited<ReturnType<typeof listKeptProgrammes>>['due'][number];

/** One of them, to change it. Throws 403 and notFound. */
export async function findKeptProgramme(ctx: Ctx, id: string): Promise<KeptProgramme> {
	const { due, current } = await listKeptProgrammes(ctx);
	const found = [...due, ...current].find((row) => row.id === id);
	if (!found) throw notFound();
	return found;
}
