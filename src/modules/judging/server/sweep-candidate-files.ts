import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { fileFolder } from './internal/store-upload.ts';

/** Takes away files of candidates that are gone. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepCandidateFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		...{ store, folder: fileFolder },
		isOrphan: sql`not exists (select from candidate_files d where d.key in (stem || '.webp', stem || '.pdf'))`
	});
