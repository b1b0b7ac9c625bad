import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away photos and contracts that nobody names any more. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepOptionFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'anhandgabe',
		isOrphan: sql`not exists (select from option_reports r where r.photo_key = stem || '.webp')
			and not exists (select from options o where o.document_key = stem || '.pdf')`
	});
