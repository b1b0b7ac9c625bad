import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Takes away files whose message is gone, or was never sent. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepTalkFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'talk',
		isOrphan: sql`not exists (select from conversation_files f where f.key like stem || '.%')`
	});
