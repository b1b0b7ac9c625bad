import { sql } from 'drizzle-orm';
import { sweepOrphans } from '#lib/server/sweep-orphans.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away files of groups that are gone. Returns how many were taken. */
export const sweepGroupFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepOrphans(store, {
		folder: 'groups',
		now: ctx.now,
		orphansOf: async (stems) => {
			const { rows } = await ctx.db.execute<{ stem: string }>(sql`
				select stem from unnest(${sql.param(stems)}::text[]) stem
				where not exists (select from group_document_versions d where d.key in (stem || '.webp', stem || '.pdf'))`);
			return rows.map(({ stem }) => stem);
		}
	});
