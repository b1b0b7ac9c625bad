import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { documentFolder } from './decide-award.ts';

/** Takes away resolutions that belong to no decision: a form that was refused at the last moment. Returns how many were taken. */
export const sweepAwardFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: documentFolder,
		isOrphan: sql`not exists (select from award_decisions d where d.document_key = stem || '.pdf')`
	});
