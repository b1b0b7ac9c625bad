import { sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { retention } from '../retention.ts';
import type { RetentionRule } from '../retention-of-accounts.ts';

/** The nightly job: deletes what has been kept as long as `retention.ts` says. Returns how many rows went, by table. */
export async function keepRetention(
	ctx: Pick<Ctx, 'db' | 'now'>,
	rules: readonly RetentionRule[] = retention
): Promise<Record<string, number>> {
	const gone: Record<string, number> = {};
	for (const { sweep } of rules) {
		if (!sweep) continue;
		const before = new Date(ctx.now.getTime() - sweep.days * 86_400_000).toISOString();
		const { table, column, whileEmpty } = sweep;
		const only = whileEmpty ? sql`and ${sql.identifier(whileEmpty)} is null` : sql``;
		const { rowCount } = await ctx.db.execute(
			sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} < ${before}::timestamptz ${only}`
		);
		gone[table] = (gone[table] ?? 0) + (rowCount ?? 0);
	}
	return gone;
}
