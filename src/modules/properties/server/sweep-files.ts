import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/**
 * Takes away pictures and plans that nobody needs: of drafts that were dropped, or that were replaced. Young ones stay, their draft may be being written.
 * @returns how many files were taken away
 */
export const sweepFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'media',
		isOrphan: sql`not exists (select from media m where m.key = stem || '.webp') and not exists (select from media m where m.key = stem || '.pdf')
			and not exists (select from drafts d where d.values -> 'files' @> jsonb_build_array(jsonb_build_object('key', stem || '.webp'))
				or d.values -> 'files' @> jsonb_build_array(jsonb_build_object('key', stem || '.pdf')))`
	});
