import type { Store } from './store.ts';

const youngFor = 2 * 86_400_000;
const chunkSize = 5000;

type Swept = {
	/** The first part of the keys of one kind of file: `cases` of `cases/0198….webp`. A file and its smaller copies share what stands before the first dot or width. */
	folder: string;
	now: Date;
	/** Which of these beginnings no row names any more. */
	orphansOf: (stems: string[]) => Promise<string[]>;
};

/** Takes files away that nothing names any more. Young ones stay, their row may be being written. Returns how many were taken. */
export async function sweepOrphans(store: Store, { folder, now, orphansOf }: Swept): Promise<number> {
	const beginning = new RegExp(`^${folder}/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}`);
	const stemOf = (key: string): string => beginning.exec(key)?.[0] ?? '';
	/** When a file was made, from its name: ids begin with the time. */
	const madeAt = (stem: string): number =>
		parseInt(
			stem
				.slice(folder.length + 1)
				.replaceAll('-', '')
				.slice(0, 12),
			16
		);
	let swept = 0;
	let keys: string[] = [];
	const sweep = async () => {
		const orphans = new Set(await orphansOf([...new Set(keys.map(stemOf))]));
		for (const key of keys.filter((key) => orphans.has(stemOf(key)))) {
			await store.delete(key);
			swept++;
		}
		keys = [];
	};
	for await (const key of store.keys()) {
		const stem = stemOf(key);
		if (!stem || now.getTime() - madeAt(stem) < youngFor) continue;
		keys.push(key);
		if (keys.length >= chunkSize) await sweep();
	}
	if (keys.length) await sweep();
	return swept;
}
