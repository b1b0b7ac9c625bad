import { canonical, sha256 } from '#modules/records/entry.ts';
import type { Ranked } from '#modules/procedures/score.ts';

/**
 * Lots that anybody can draw again. First an entry of the record fixes between whom the lot decides; its hash is published. Then somebody present
 * calls out a word or a number that nobody could know before. Both together give the seed. Each concept's ticket is
 * SHA-256(canonical JSON of { seed, concept, number }); the lowest comes first. ADR 0023.
 */
export const lotFormat = 'gestaltungsraum-los';

export type Ticket = { conceptId: string; number: number | null };

/** What the seed is made of. */
export const seedOf = (procedure: string, announced: string, word: string): Promise<string> =>
	sha256(canonical({ format: lotFormat, version: 1, procedure, announced, word: word.normalize('NFC').trim() }));

/** The tickets of one group in the order drawn: by their hash alone, whatever order they come in. */
export async function drawn(seed: string, tickets: readonly Ticket[]): Promise<string[]> {
	const hashed = await Promise.all(
		tickets.map(async ({ conceptId, number }) => ({ conceptId, hash: await sha256(canonical({ seed, concept: conceptId, number })) }))
	);
	return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ conceptId }) => conceptId);
}

/** Those who share a rank, group by group, best first. */
export function sharedRanks(ranking: readonly Pick<Ranked, 'id' | 'rank'>[]): string[][] {
	const groups = Map.groupBy(ranking, ({ rank }) => rank);
	return [...groups.values()].filter((group) => group.length > 1).map((group) => group.map(({ id }) => id).sort());
}

/** Whether what was announced is what is still tied. */
export const isSameTie = (a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean => canonical(a) === canonical(b);

/** The ranking with what the lot decided: whoever shared a rank stands one behind the other. */
export function withLots<T extends Pick<Ranked, 'id' | 'rank'>>(ranking: readonly T[], groups: readonly (readonly string[])[]): T[] {
	const place = new Map(groups.flatMap((group) => group.map((id, n) => [id, n] as const)));
	return ranking.map((one) => ({ ...one, rank: one.rank + (place.get(one.id) ?? 0) })).sort((a, b) => a.rank - b.rank);
}
