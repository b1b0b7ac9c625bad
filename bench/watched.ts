import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Milliseconds; how far resident memory rose while it ran; and how far what is really held rose, in bytes: the heap after a collection, every two seconds.
 * What is held stays the same however many entries there are; resident memory also holds what V8 has not collected yet.
 */
export async function watched(run: () => Promise<unknown>): Promise<{ ms: number; grown: number; held: number }> {
	collect();
	const before = process.memoryUsage();
	let [most, mostHeld] = [before.rss, before.heapUsed];
	const resident = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
	const live = setInterval(() => {
		collect();
		mostHeld = Math.max(mostHeld, process.memoryUsage().heapUsed);
	}, 2000);
	const started = performance.now();
	await run().finally(() => [resident, live].forEach(clearInterval));
	return { ms: performance.now() - started, grown: most - before.rss, held: mostHeld - before.heapUsed };
}
