import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

async function orphansOf(ctx: Ctx, stems: string[]): Promise<Set<string>> {
	const { rows } = await ctx.db.execute<{ stem: string }>(sql`
		select stem from unnest(${sql.param(stems)}::text[]) stem
		where not exists (select from reports r where r.photo ->> 'key' = stem || '.webp')`);
	return new Set(rows.map(({ stem }) => stem));
}

/** Takes away photos whose report is gone. Young ones stay, their report may be being written. Returns how many files were taken away. */
export const sweepReportFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore({ store, folder: 'meldung', now: ctx.now, orphansOf: (stems) => orphansOf(ctx, stems) });
