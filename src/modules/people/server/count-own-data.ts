import { sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { placeNames } from '../own-data.ts';
import { ownPlaces } from './internal/own-places.ts';

export type OwnCount = { title: string; kind: 'own' | 'trace'; rows: number };

/** Where something about the person who asks is kept, and how much: what goes with the account, and what stays without the name. */
export async function countOwnData(ctx: Ctx): Promise<OwnCount[]> {
	if (!ctx.actor) return [];
	const counts: OwnCount[] = [];
	for (const { table, column, kind } of await ownPlaces(ctx)) {
		const { rows } = await ctx.db.execute<{ n: number }>(
			sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(column)} = ${ctx.actor.id}`
		);
		const n = rows[0]?.n ?? 0;
		if (!n) continue;
		const title = placeNames[table] ?? table;
		const same = counts.find((count) => count.title === title && count.kind === kind);
		if (same) same.rows += n;
		else counts.push({ title, kind, rows: n });
	}
	return counts;
}
