import { sql, type SQL } from 'drizzle-orm';
import type { Db } from './db.ts';
import type { Store } from './store.ts';

/** Files this old belong to a row that is written, or to nobody any more. */
const youngFor = 2 * 86_400_000;
const chunkSize = 5000;

/** A file and its smaller copies share this beginning: `media/0198…`. Blank for what stands elsewhere. */
const stemOf = (folder: string, key: string): string =>
	new RegExp(`^${folder}/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}`).exec(key)?.[0] ?? '';

/** When a file was made, from its name: ids begin with the time. */
const madeAt = (stem: string): number =>
	parseInt(
		stem
			.slice(stem.indexOf('/') + 1)
			.replaceAll('-', '')
			.slice(0, 12),
		16
	);

type Folder = {
	store: Store;
	folder: string;
	/** SQL that is true of a `stem` (`media/0198…`, without what follows) that nobody names any more. */
	isOrphan: SQL;
};

/** Takes away the files of a folder that nobody names any more. Young ones stay, their row may be being written. Returns how many. */
export async function sweepStore({ db, now }: { db: Db; now: Date }, { store, folder, isOrphan }: Folder): Promise<number> {
	let swept = 0;
	let keys: string[] = [];
	const sweep = async () => {
		const stems = [...new Set(keys.map((key) => stemOf(folder, key)))];
		const { rows } = await db.execute<{ stem: string }>(sql`select stem from unnest(${sql.param(stems)}::text[]) stem where ${isOrphan}`);
		const orphans = new Set(rows.map(({ stem }) => stem));
		for (const key of keys.filter((key) => orphans.has(stemOf(folder, key)))) {
			await store.delete(key);
			swept++;
		}
		keys = [];
	};
	for await (const key of store.keys()) {
		const stem = stemOf(folder, key);
		if (!stem || now.getTime() - madeAt(stem) < youngFor) continue;
		keys.push(key);
		if (keys.length >= chunkSize) await sweep();
	}
	if (keys.length) await sweep();
	return swept;
}
