import { sql } from 'drizzle-orm';
import { copyKey, widths } from '#lib/upload.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

const youngFor = 2 * 86_400_000;

/** Takes away pictures and recordings that no draft, no version and no page needs any more. Young ones stay. Returns how many were taken. */
export async function sweepProfileFiles(ctx: Ctx, { store }: { store: Store }): Promise<number> {
	const before = new Date(ctx.now.getTime() - youngFor);
	const { rows } = await ctx.db.execute<{ key: string }>(sql`
		delete from profile_files f where f.created_at < ${before.toISOString()}
			and not exists (select from profile_parts p where p.file_key = f.key)
			and not exists (select from profile_pages g where g.organisation_id = f.organisation_id and f.key = any(g.files))
			and not exists (select from profile_versions v where v.organisation_id = f.organisation_id
				and v.parts @> jsonb_build_array(jsonb_build_object('file', jsonb_build_object('key', f.key))))
		returning f.key`);
	for (const { key } of rows) for (const each of [key, ...widths.map((width) => copyKey(key, width))]) await store.delete(each);
	return rows.length;
}
