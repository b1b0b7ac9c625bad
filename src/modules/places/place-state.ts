import type { PlaceState } from './vocabulary.ts';

/** Every step of a place. What is not here is forbidden. `award` comes from the decision of a jury and from nothing else. */
export type PlaceStep = 'award' | 'rest' | 'resume' | 'revoke';

type Rule = {
	from: readonly PlaceState[];
	to: PlaceState | 'before';
	needsReason: boolean;
	/** Whose step it is; `decision` is no button. */
	by: 'both' | 'network' | 'decision';
	text: string;
};

export const placeSteps: Record<PlaceStep, Rule> = {
	award: { from: ['emerging', 'awarded', 'resting'], to: 'awarded', needsReason: true, by: 'decision', text: 'Auszeichnen' },
	rest: { from: ['emerging', 'awarded'], to: 'resting', needsReason: true, by: 'both', text: 'Ruhen lassen' },
	resume: { from: ['resting'], to: 'before', needsReason: false, by: 'both', text: 'Wieder aufnehmen' },
	revoke: { from: ['awarded'], to: 'emerging', needsReason: true, by: 'network', text: 'Auszeichnung beenden' }
};

export type Refused = { code: string; message: string; field?: string };
export type PlaceQuestion = { state: PlaceState; step: PlaceStep; awardedOn: string | null; reason?: string };

const standing: Record<PlaceState, string> = { emerging: 'im Aufbau', awarded: 'ausgezeichnet', resting: 'ruhend' };

/** Why the step cannot be taken, or null. */
export function whyNotStep({ state, step, reason }: PlaceQuestion): Refused | null {
	const rule = placeSteps[step];
	if (!rule.from.includes(state))
		return { code: 'not-from-here', message: `Der Ort ist ${standing[state]}. „${rule.text}“ geht von dort aus nicht.` };
	if (rule.needsReason && !reason?.trim())
		return { code: 'reason-missing', message: 'Bitte in einem Satz sagen, warum: Er steht im Verlauf.', field: 'reason' };
	return null;
}

/** Where the step leads; a place that slept wakes up as what it was. */
export const stateAfter = ({ step, awardedOn }: Pick<PlaceQuestion, 'step' | 'awardedOn'>): PlaceState => {
	const { to } = placeSteps[step];
	return to === 'before' ? (awardedOn ? 'awarded' : 'emerging') : to;
};

/** The buttons that somebody may find on a place in that state. */
export const stepsFrom = (state: PlaceState, isNetwork: boolean): PlaceStep[] =>
	(Object.keys(placeSteps) as PlaceStep[]).filter((step) => {
		const { from, by } = placeSteps[step];
		return from.includes(state) && (by === 'both' || (by === 'network' && isNetwork));
	});
