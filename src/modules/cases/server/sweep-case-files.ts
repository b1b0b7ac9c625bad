import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away files of cases that are gone. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepCaseFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'cases',
		isOrphan: sql`not exists (select from case_documents d where d.key in (stem || '.webp', stem || '.pdf'))`
	});
