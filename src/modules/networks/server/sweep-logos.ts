import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

const youngFor = 2 * 86_400_000;

/** The key of the whole picture that a file belongs to, and when it was made: ids begin with the time. */
const wholeOf = (key: string): { whole: string; madeAt: number } | null => {
	const [, id] = /^logo\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21})(?:-\d+)?\.webp$/.exec(key) ?? [];
	return id ? { whole: `logo/${id}.webp`, madeAt: parseInt(id.replaceAll('-', '').slice(0, 12), 16) } : null;
};

/** The nightly round: takes away logos that no organisation, network, funder or published page names any more. Returns how many files. */
export async function sweepLogos(ctx: Pick<Ctx, 'db' | 'now'>, { store }: { store: Store }): Promise<number> {
	const { rows } = await ctx.db.execute<{ key: string }>(sql`
		select logo as key from organisations where logo is not null union select logo from networks where logo is not null
		union select logo from network_parts where logo is not null union select content->'logo'->>'key' from network_pages
		union select f->'logo'->>'key' from network_pages g, jsonb_array_elements(g.content->'funders') f`);
	const used = new Set(rows.map(({ key }) => key));
	let swept = 0;
	for await (const key of store.keys()) {
		const file = wholeOf(key);
		if (!file || used.has(file.whole) || ctx.now.getTime() - file.madeAt < youngFor) continue;
		await store.delete(key);
		swept++;
	}
	return swept;
}
