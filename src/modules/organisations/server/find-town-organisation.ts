import { and, eq, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { organisations } from './tables.ts';

export type TownOrganisation = { slug: string; summary: string | null; claimedAt: Date | null };

/** The municipality as an organisation, once somebody represents it; public columns only. */
export async function findTownOrganisation(ctx: Pick<Ctx, 'db'>, ags: string): Promise<TownOrganisation | null> {
	const [row] = await ctx.db
		.select({ slug: organisations.slug, summary: organisations.summary, claimedAt: organisations.claimedAt })
		.from(organisations)
		.where(and(eq(organisations.ags, ags), isNotNull(organisations.publishedAt)));
	return row ?? null;
}
