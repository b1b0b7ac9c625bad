import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import { sweepStore } from '#lib/server/sweep-store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { forgetDays } from '../concept.ts';
import { graceSeconds } from '../window.ts';

/**
 * After the deadline: what was never handed in lapses, a change that was not handed in goes, and what nobody needs any more gets the day on which it
 * is deleted. Returns how many rows it touched.
 */
export async function tendConcepts(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	const at = ctx.now.toISOString();
	const over = new Date(ctx.now.getTime() - graceSeconds * 1000).toISOString();
	const forgetAt = new Date(ctx.now.getTime() + forgetDays * 86_400_000).toISOString();
	const isOver = sql`(p.deadline < ${over}::timestamptz or c.round < p.round or p.state = 'cancelled')`;
	const lapsed = await ctx.db.execute(sql`
		update concepts c set state = 'lapsed', forget_at = ${forgetAt}::timestamptz, updated_at = ${at}::timestamptz
		from procedures p where p.id = c.procedure_id and c.state = 'draft' and ${isOver}`);
	await ctx.db.execute(sql`
		delete from concept_files f using concepts c, procedures p
		where c.id = f.concept_id and p.id = c.procedure_id and c.state = 'submitted' and c.draft is not null and f.sealed_at is null and ${isOver}`);
	await ctx.db.execute(sql`
		update concept_files f set removed_at = null, name = '', content_type = 'application/octet-stream', sha256 = '', "for" = null
		from concepts c, procedures p
		where c.id = f.concept_id and p.id = c.procedure_id and c.state = 'submitted' and c.draft is not null and ${isOver}`);
	const dropped = await ctx.db.execute(sql`
		update concepts c set draft = null, version = c.version + 1
		from procedures p where p.id = c.procedure_id and c.state = 'submitted' and c.draft is not null and ${isOver}`);
	const unopened = await ctx.db.execute(sql`
		update concepts c set forget_at = ${forgetAt}::timestamptz
		from procedures p where p.id = c.procedure_id and p.state = 'cancelled' and c.state = 'submitted' and c.forget_at is null`);
	return (lapsed.rowCount ?? 0) + (dropped.rowCount ?? 0) + (unopened.rowCount ?? 0);
}

/** Takes away files of concepts that are gone. Returns how many were taken. */
export const sweepConceptFiles = (ctx: Ctx, { store }: { store: Store }): Promise<number> =>
	sweepStore(ctx, {
		store,
		folder: 'concepts',
		isOrphan: sql`not exists (select from concept_files f where f.key in (stem || '.bin', stem || '.age'))`
	});

/** Takes files out of the store that a command let go of. */
export async function dropFilesOf(ctx: Pick<Ctx, 'db'>, { store, keys }: { store: Store; keys: readonly string[] }): Promise<void> {
	const { rows } = await ctx.db.execute<{ key: string }>(sql`
		select k as key from unnest(${sql.param([...keys])}::text[]) k where not exists (select from concept_files f where f.key = k)`);
	for (const { key } of rows) await store.delete(key);
}
