import { euro, squareMetres } from '#lib/text/german.ts';
import { disturb, type MixGroup, type MixPlan, type Problem } from './use-mix.ts';

/** How a group would fare if it had the house to itself. */
export type Alone = 'fits' | 'too-dear' | 'wrong-size';

/** Why a group is not part of a plan, in one sentence; the first thing that stands against it. */
export function whyNotInMix({ rooms, rules }: Problem, { plan, group, alone }: { plan: MixPlan; group: MixGroup; alone: Alone }): string {
	const open = rooms.filter(({ id }) => group.scores.has(id));
	const most = open.reduce((sum, { areaM2 }) => sum + areaM2, 0);
	if (!open.length) return 'Kein Teil des Hauses kommt für diese Gruppe infrage.';
	if (most < group.areaMinM2) return `Braucht ${squareMetres(group.areaMinM2)}; was infrage kommt, hat ${squareMetres(most)}.`;
	if (alone === 'wrong-size')
		return `Sucht ${squareMetres(group.areaMinM2)} bis ${squareMetres(group.areaMaxM2)}; so groß ist kein Teil, auch nicht zusammen.`;
	if (alone === 'too-dear')
		return `Für so viel Platz reicht das Budget von ${euro(Math.round(group.maxMonthly ?? 0))} im Monat hier nicht.`;
	const disturbed = rules.mixesNoise ? undefined : plan.chosen.find((other) => disturb(group, other.group));
	if (disturbed) return `Laut und Ruhe unter einem Dach: verträgt sich nicht mit „${disturbed.group.title}“.`;
	return 'Neben den anderen bleibt kein Platz, der passt.';
}
