import type { Openness } from '#modules/procedures/frozen.ts';
import type { NextStep, Outcome } from './award.ts';

/** What everybody reads of a result: exactly what the call promised, built from here and nothing else. */

export type Place = {
	applicant: string;
	title: string;
	rank: number | null;
	outcome: Outcome;
	points: number | null;
};
export type PublicPlace = { rank: number | null; points: number | null; outcome: Outcome; name: string | null; title: string | null };

/** Excluded ones are nobody's business. Of whom the call did not promise to name, neither name nor title is told. */
export function publicPlaces(openness: Openness, places: readonly Place[], next: NextStep | null = null): PublicPlace[] {
	const ranked = places.filter(({ outcome }) => outcome !== 'excluded').sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
	const isWinner = (outcome: Outcome) => outcome === 'awarded' || (next === 'direct' && outcome === 'invited');
	const seen = openness === 'winner' ? ranked.filter(({ outcome }) => isWinner(outcome)) : ranked;
	return seen.map(({ rank, points, outcome, applicant, title }) => {
		const isNamed = isWinner(outcome) || openness === 'named';
		return {
			outcome,
			rank: openness === 'winner' ? null : rank,
			points: openness === 'winner' ? null : points,
			name: isNamed ? applicant : null,
			title: isNamed ? title : null
		};
	});
}
