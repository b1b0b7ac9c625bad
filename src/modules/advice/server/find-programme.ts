import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNotNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { regionText } from '../region.ts';
import { programmeColumns } from './internal/programme-columns.ts';
import { regionNames } from './internal/region-names.ts';
import { fundingProgrammes } from './tables.ts';

/** One published programme, as everybody reads it. Throws notFound. */
export async function findProgramme(ctx: Ctx, slug: string) {
	const [programme] = await ctx.db
		.select(programmeColumns)
		.from(fundingProgrammes)
		.where(and(eq(fundingProgrammes.slug, slug), isNotNull(fundingProgrammes.publishedAt)));
	if (!programme) throw notFound('Dieses Programm gibt es hier nicht, oder es wird nicht mehr gezeigt.');
	const where = regionText(programme, await regionNames(ctx));
	return { programme: { ...programme, where }, today: dayOf(ctx.now), mayKeep: mayKeepProgrammes(ctx.actor) };
}
export type ShownProgramme = Awaited<ReturnType<typeof findProgramme>>['programme'];
