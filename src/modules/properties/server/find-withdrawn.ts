import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from './tables.ts';

export type Withdrawn = { municipality: string; municipalitySlug: string; withdrawnAt: Date };

/** What once stood at this public address and was taken back: only where and when, nothing of the house. Null when nothing ever did. */
export async function findWithdrawn(ctx: Ctx, slug: string): Promise<Withdrawn | null> {
	const [row] = await ctx.db
		.select({ municipality: municipalities.nameShort, municipalitySlug: municipalities.slug, withdrawnAt: properties.withdrawnAt })
		.from(properties)
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.where(
			and(
				eq(properties.slug, slug),
				isNotNull(properties.withdrawnAt),
				notInArray(properties.publicationState, ['public', 'public_blurred'])
			)
		);
	return row?.withdrawnAt ? { ...row, withdrawnAt: row.withdrawnAt } : null;
}
