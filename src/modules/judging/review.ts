import type { FrozenLeaf } from '#modules/procedures/frozen.ts';

/** What one juror finds of one concept: leaf by leaf, with a reason each and how sure they are. */

export const confidences: Record<string, string> = { 1: 'unsicher', 2: 'ziemlich sicher', 3: 'sehr sicher' };

export type Score = { leafId: string; points: number | null; reason: string };
export type Draft = { confidence: number | null; scores: readonly Score[] };

/** The first thing that keeps a score from being kept at all, or null. */
export function whyNotKeep(leaves: readonly FrozenLeaf[], scores: readonly Score[]): { field: string; message: string } | null {
	for (const { leafId, points } of scores) {
		const leaf = leaves.find(({ id }) => id === leafId);
		if (!leaf) return { field: '', message: 'Die Kriterien haben sich geändert. Bitte die Seite neu laden.' };
		if (points !== null && !leaf.levels.some((level) => level.points === points))
			return { field: `points-${leafId}`, message: `„${leaf.title}“: Bitte eine der Stufen wählen, die im Aufruf stehen.` };
	}
	return null;
}

/** What is missing before it may be handed in, as sentences with their fields. */
export function missingIn(leaves: readonly FrozenLeaf[], { confidence, scores }: Draft): { field: string; message: string }[] {
	const of = new Map(scores.map((one) => [one.leafId, one]));
	return [
		...leaves.flatMap(({ id, title }) => {
			const score = of.get(id);
			if (!score || score.points === null) return [{ field: `points-${id}`, message: `„${title}“ hat noch keine Stufe.` }];
			return score.reason.trim() ? [] : [{ field: `reason-${id}`, message: `„${title}“ hat noch keine Begründung.` }];
		}),
		...(confidence === null ? [{ field: 'confidence', message: 'Bitte sagen, wie sicher Sie sind.' }] : [])
	];
}

/** How much besides the first is missing, so that nobody presses once for each. */
export const furtherText = (count: number): string =>
	count === 0 ? '' : count === 1 ? ' An einer weiteren Stelle fehlt noch etwas.' : ` An ${count} weiteren Stellen fehlt noch etwas.`;
