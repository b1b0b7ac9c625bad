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

export const guestStates = { coming: 'kommt', waiting: 'auf der Warteliste', declined: 'kommt nicht' } as const;
export type GuestState = keyof typeof guestStates;

/** `capacity` null: as many as want to. `taken`: places of those who come, without whoever asks. */
export type GuestFacts = {
	viewing: ViewingState;
	startsAt: Date;
	now: Date;
	capacity: number | null;
	taken: number;
	people: number;
};

/** Why somebody cannot sign up or leave, or null. */
export function whyNotAnswer({ viewing, startsAt, now, capacity, people }: GuestFacts): Refused | null {
	if (viewing === 'cancelled') return { code: 'cancelled', message: 'Dieser Termin ist abgesagt.' };
	if (viewing === 'held' || startsAt <= now) return { code: 'past', message: 'Dieser Termin hat schon begonnen.' };
	if (capacity !== null && people > capacity)
		return {
			code: 'too-many',
			message: `Für diesen Termin gibt es nur ${capacity} Plätze. Bitte mit weniger Menschen anmelden.`,
			field: 'people'
		};
	return null;
}

/** Whether there is room, or only on the waiting list. */
export const placeFor = ({ capacity, taken, people }: Pick<GuestFacts, 'capacity' | 'taken' | 'people'>): GuestState =>
	capacity === null || taken + people <= capacity ? 'coming' : 'waiting';

/** Who moves up when places are free: in the order they asked, whoever fits. */
export function movingUp<G extends { people: number }>(
	waiting: readonly G[],
	{ capacity, taken }: { capacity: number | null; taken: number }
): G[] {
	let used = taken;
	return waiting.filter(({ people }) => {
		if (capacity !== null && used + people > capacity) return false;
		used += people;
		return true;
	});
}

/** How much room there is, in a sentence for whoever might come. */
export function freePlaces({ capacity, taken }: { capacity: number | null; taken: number }): string {
	if (capacity === null) return 'Alle können kommen.';
	const free = Math.max(0, capacity - taken);
	if (free === 0) return 'Zurzeit ist alles vergeben. Wer zusagt, steht auf der Warteliste und rückt nach.';
	return free === 1 ? 'Noch ein Platz.' : `Noch ${free} Plätze.`;
}
