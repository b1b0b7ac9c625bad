/** How one criterion came out for one pair. `points` of at most `weight`; `text` is the German sentence that people read. */
export type CriterionResult = {
	id: string;
	outcome: 'fits' | 'tension' | 'conflict' | 'unknown';
	weight: number;
	points: number;
	text: string;
};

export const matchStates = {
	suggested: 'vorgeschlagen',
	shown: 'gesehen',
	interested_by_seeker: 'Interesse der Gruppe',
	interested_by_provider: 'Interesse der Kommune',
	mutual: 'gegenseitiges Interesse',
	contact_released: 'Kontakt freigegeben',
	in_case: 'in Vermittlung',
	succeeded: 'gelungen',
	failed: 'gescheitert',
	dismissed: 'abgelehnt'
} as const;
export type MatchState = keyof typeof matchStates;

export type MatchStep =
	'show' | 'seekerInterest' | 'providerInterest' | 'release' | 'takeUp' | 'succeed' | 'fail' | 'dismiss' | 'suggestAgain';

/** Every step of a match (domain-spaces 3.4): from where, and where it leads. What is not here is forbidden. */
export const matchSteps: Record<MatchStep, Partial<Record<MatchState, MatchState>>> = {
	show: { suggested: 'shown' },
	seekerInterest: { suggested: 'interested_by_seeker', shown: 'interested_by_seeker', interested_by_provider: 'mutual' },
	providerInterest: { suggested: 'interested_by_provider', shown: 'interested_by_provider', interested_by_seeker: 'mutual' },
	/** After both said yes, or when the provider takes calls directly. */
	release: { mutual: 'contact_released', interested_by_seeker: 'contact_released' },
	takeUp: { contact_released: 'in_case' },
	succeed: { contact_released: 'succeeded', in_case: 'succeeded' },
	fail: {
		mutual: 'failed',
		contact_released: 'failed',
		in_case: 'failed',
		interested_by_seeker: 'failed',
		interested_by_provider: 'failed'
	},
	dismiss: {
		suggested: 'dismissed',
		shown: 'dismissed',
		interested_by_seeker: 'dismissed',
		interested_by_provider: 'dismissed',
		mutual: 'dismissed'
	},
	suggestAgain: { dismissed: 'suggested' }
};

/** Nobody has acted on it yet: it may be computed anew or go away. */
export const isUntouched = (state: MatchState): boolean => state === 'suggested' || state === 'shown';

/** Where contact data of both sides may be read. */
export const isReleased = (state: MatchState): boolean => state === 'contact_released' || state === 'in_case' || state === 'succeeded';

const refusals: Partial<Record<MatchState, string>> = {
	interested_by_seeker: 'Die Gruppe hat schon Interesse gezeigt. Jetzt ist die andere Seite am Zug.',
	interested_by_provider: 'Die Kommune hat schon Interesse gezeigt. Jetzt ist die Gruppe am Zug.',
	contact_released: 'Die Kontaktdaten sind schon freigegeben. Bitte sprecht direkt miteinander.',
	succeeded: 'Diese Passung ist gelungen und abgeschlossen.',
	failed: 'Diese Passung ist abgeschlossen.',
	dismissed: 'Diese Passung wurde abgelehnt. Sie lässt sich wieder aufnehmen.'
};

/** Where a step leads from here, or why it cannot be taken. */
export function stepFrom(state: MatchState, step: MatchStep): { to: MatchState } | { why: string } {
	const to = matchSteps[step][state];
	return to ? { to } : { why: refusals[state] ?? `Das geht im Stand „${matchStates[state]}“ nicht. Bitte zuerst Interesse zeigen.` };
}
