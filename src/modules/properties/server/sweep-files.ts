import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** Files this old belong to a house or to a draft, or to nobody any more. */
const youngFor = 2 * 86_400_000;
const chunkSize = 5000;

/** A picture and its smaller copies share this beginning: `media/0198…`. */
const stemOf = (key: string): string => /^media\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec(key)?.[0] ?? '';

/** When a file was made, from its name: ids begin with the time. */
const madeAt = (stem: string): number => parseInt(stem.replace('media/', '').replaceAll('-', '').slice(0, 12), 16);

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
export async function sweepFiles(ctx: Ctx, { store }: { store: Store }): Promise<number> {
	let swept = 0;
	let keys: string[] = [];
	const sweep = async () => {
		const orphans = await orphansOf(ctx, [...new Set(keys.map(stemOf))]);
		for (const key of keys.filter((key) => orphans.has(stemOf(key)))) {
			await store.delete(key);
			swept++;
		}
		keys = [];
	};
	for await (const key of store.keys()) {
		const stem = stemOf(key);
		if (!stem || ctx.now.getTime() - madeAt(stem) < youngFor) continue;
		keys.push(key);
		if (keys.length >= chunkSize) await sweep();
	}
	if (keys.length) await sweep();
	return swept;
}
