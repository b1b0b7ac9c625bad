import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

const youngFor = 2 * 86_400_000;
const stemOf = (key: string): string => /^meldung\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec(key)?.[0] ?? '';
/** When a file was made, from its name: ids begin with the time. */
const madeAt = (stem: string): number => parseInt(stem.replace('meldung/', '').replaceAll('-', '').slice(0, 12), 16);

/** Takes away photos whose report is gone. Young ones stay, their report may be being written. Returns how many files were taken. */
export async function sweepReportFiles(ctx: Ctx, { store }: { store: Store }): Promise<number> {
	const old: string[] = [];
	for await (const key of store.keys()) {
		const stem = stemOf(key);
		if (stem && ctx.now.getTime() - madeAt(stem) >= youngFor) old.push(key);
	}
	const { rows } = await ctx.db.execute<{ key: string }>(sql`select photo->>'key' as key from reports where photo is not null`);
	const needed = new Set(rows.map(({ key }) => stemOf(key)));
	const orphans = old.filter((key) => !needed.has(stemOf(key)));
	for (const key of orphans) await store.delete(key);
	return orphans.length;
}
