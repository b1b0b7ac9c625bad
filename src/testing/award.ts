import type { Store } from '#lib/server/store.ts';
import type { DecideInput } from '#modules/awards/server/decide-award.ts';

/** A resolution as somebody scans it. */
export const pdf = { name: 'beschluss.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') };

/** A store in memory, and what lies in it. */
export function keptFiles(): { store: Store; kept: Map<string, Uint8Array> } {
	const kept = new Map<string, Uint8Array>();
	const store: Store = {
		put: async (key, bytes) => void kept.set(key, bytes),
		get: async (key) => kept.get(key) ?? null,
		stream: async () => null,
		delete: async (key) => void kept.delete(key),
		stat: async (key) => (kept.has(key) ? { bytes: kept.get(key)?.length ?? 0 } : null),
		keys: async function* () {
			yield* kept.keys();
		}
	};
	return { store, kept };
}

/** What a clerk types after the council has met. */
export const decideInput = ({ awarded = '', ...over }: Partial<DecideInput> = {}): DecideInput => ({
	...{ body: 'Die Stadtverordnetenversammlung', decidedOn: '2026-11-22', votesFor: 14, votesAgainst: 3, abstentions: 1 },
	...{ reasons: 'Das Konzept trägt den Betrieb.', deviation: '', reserves: [] },
	awarded,
	...over
});
