/** Looking at a house together: a date, a place, and who comes. */

export const viewingStates = { planned: 'geplant', cancelled: 'abgesagt', held: 'hat stattgefunden' } as const;
export type ViewingState = keyof typeof viewingStates;

export type ViewingStep = 'cancel' | 'hold';
export const viewingSteps: Record<ViewingStep, { from: readonly ViewingState[]; to: ViewingState; text: string }> = {
	cancel: { from: ['planned'], to: 'cancelled', text: 'Absagen' },
	hold: { from: ['planned'], to: 'held', text: 'Hat stattgefunden' }
};

type Refused = { code: string; message: string; field?: string };

export type ViewingFacts = { state: ViewingState; step: ViewingStep; startsAt: Date; now: Date; reason?: string };
export function whyNotViewingStep({ state, step, startsAt, now, reason }: ViewingFacts): Refused | null {
	if (!viewingSteps[step].from.includes(state))
		return {
			code: 'not-from-here',
			message: `Der Termin ist im Stand „${viewingStates[state]}“. „${viewingSteps[step].text}“ geht von dort aus nicht.`
		};
	if (step === 'hold' && startsAt > now) return { code: 'not-yet', message: 'Der Termin liegt noch vor Ihnen.' };
	if (step === 'cancel' && !reason?.trim())
		return { code: 'no-reason', message: 'Bitte sagen, warum: Alle Angemeldeten lesen diesen Satz.', field: 'reason' };
	return null;
}
