import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** The stems of the list that no house and no draft names. */
async function orphansOf(ctx: Ctx, stems: string[]): Promise<Set<string>> {
	const { rows } = await ctx.db.execute<{ stem: string }>(sql`
		select stem from unnest(${sql.param(stems)}::text[]) stem
		where not exists (select from media m where m.key = stem || '.webp') and not exists (select from media m where m.key = stem || '.pdf')
			and not exists (select from drafts d where d.values -> 'files' @> jsonb_build_array(jsonb_build_object('key', stem || '.webp'))
				or d.values -> 'files' @> jsonb_build_array(jsonb_build_object('key', stem || '.pdf')))`);
	return new Set(rows.map(({ stem }) => stem));
}

/**
 * Takes away pictures and plans that nobody needs: of drafts that were dropped, or that were replaced. Young ones stay, their draft may be being written.
 * @returns how many files were taken away
 */
export const sweepFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore({ store, folder: 'media', now: ctx.now, orphansOf: (stems) => orphansOf(ctx, stems) });
