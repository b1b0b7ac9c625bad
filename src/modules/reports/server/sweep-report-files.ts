import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away photos whose report is gone. Young ones stay, their report may be being written. Returns how many files were taken away. */
export const sweepReportFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'meldung',
		isOrphan: sql`not exists (select from reports r where r.photo ->> 'key' = stem || '.webp')`
	});
