import { like } from 'drizzle-orm';
import { slugOf } from '#modules/organisations/organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { adviceOffers, fundingProgrammes } from '../tables.ts';

/** An address word of a title that nothing else in the table has: "dachpaket", "dachpaket-2". */
export async function freeSlug(
	ctx: Pick<Ctx, 'db'>,
	table: typeof adviceOffers | typeof fundingProgrammes,
	title: string
): Promise<string> {
	const base = slugOf(title).replace(/^organisation$/, 'eintrag');
	const rows = await ctx.db
		.select({ slug: table.slug })
		.from(table)
		.where(like(table.slug, `${base}%`));
	const taken = new Set(rows.map(({ slug }) => slug));
	if (!taken.has(base)) return base;
	for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
