import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away pictures of stories that neither an office nor a reader sees any more. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepStoryFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'stories',
		isOrphan: sql`not exists (select from stories s where s.picture_key = stem || '.webp')
			and not exists (select from story_pages p where p.picture_key = stem || '.webp')`
	});
