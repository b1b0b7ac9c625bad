/**
 * Values kept in memory by a key, those asked for last, together at most so many bytes; one larger than a quarter of it is not kept. Whoever gets one must
 * not write into it.
 */
export function lastAsked<T>({ most, bytesOf }: { most: number; bytesOf: (value: T) => number }) {
	const kept = new Map<string, T>();
	let used = 0;
	const drop = (key: string) => {
		const found = kept.get(key);
		if (found !== undefined) used -= bytesOf(found);
		kept.delete(key);
	};
	return {
		get: (key: string): T | undefined => {
			const found = kept.get(key);
			if (found === undefined) return undefined;
			kept.delete(key);
			kept.set(key, found);
			return found;
		},
		put: (key: string, value: T): void => {
			drop(key);
			if (bytesOf(value) > most / 4) return;
			kept.set(key, value);
			used += bytesOf(value);
			for (const oldest of kept.keys()) {
				if (used <= most) break;
				drop(oldest);
			}
		}
	};
}
