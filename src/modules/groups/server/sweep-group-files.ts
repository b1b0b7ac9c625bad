import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away files of groups that are gone. Returns how many were taken. */
export const sweepGroupFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'groups',
		isOrphan: sql`not exists (select from group_document_versions d where d.key in (stem || '.webp', stem || '.pdf'))`
	});
