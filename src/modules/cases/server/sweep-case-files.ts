import { sql } from 'drizzle-orm';
import { sweepOrphans } from '#lib/server/sweep-orphans.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away files of cases that are gone. Returns how many were taken. */
export const sweepCaseFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepOrphans(store, {
		folder: 'cases',
		now: ctx.now,
		orphansOf: async (stems) => {
			const { rows } = await ctx.db.execute<{ stem: string }>(sql`
				select stem from unnest(${sql.param(stems)}::text[]) stem
				where not exists (select from case_documents d where d.key in (stem || '.webp', stem || '.pdf'))`);
			return rows.map(({ stem }) => stem);
		}
	});
