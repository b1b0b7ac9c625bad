import { sql } from 'drizzle-orm';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';

const youngFor = 2 * 86_400_000;
const chunkSize = 5000;

/** A file and its smaller copies share this beginning: `talk/0198…`. */
const stemOf = (key: string): string => /^talk\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/.exec(key)?.[0] ?? '';
/** When a file was made, from its name: ids begin with the time. */
const madeAt = (stem: string): number => parseInt(stem.replace('talk/', '').replaceAll('-', '').slice(0, 12), 16);

/** Takes away files whose message is gone, or was never sent. Young ones stay, their row may be being written. Returns how many were taken. */
export async function sweepTalkFiles(ctx: Ctx, { store }: { store: Store }): Promise<number> {
	let swept = 0;
	let keys: string[] = [];
	const sweep = async () => {
		const stems = [...new Set(keys.map(stemOf))];
		const { rows } = await ctx.db.execute<{ stem: string }>(sql`
			select stem from unnest(${sql.param(stems)}::text[]) stem
			where not exists (select from conversation_files f where f.key like stem || '.%')`);
		const orphans = new Set(rows.map(({ stem }) => stem));
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
