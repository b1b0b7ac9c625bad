import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

async function orphansOf(ctx: Ctx, stems: string[]): Promise<Set<string>> {
	const { rows } = await ctx.db.execute<{ stem: string }>(sql`
		select stem from unnest(${sql.param(stems)}::text[]) stem
		where not exists (select from case_documents d where d.key in (stem || '.webp', stem || '.pdf'))`);
	return new Set(rows.map(({ stem }) => stem));
}

/** Takes away files of cases that are gone. Young ones stay, their row may be being written. Returns how many were taken. */
export const sweepCaseFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore({ store, folder: 'cases', now: ctx.now, orphansOf: (stems) => orphansOf(ctx, stems) });
