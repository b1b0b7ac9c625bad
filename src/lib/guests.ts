/** Places at a date, and who gets them: in the order they ask, with a waiting list. */

export const guestStates = { coming: 'kommt', waiting: 'auf der Warteliste', declined: 'kommt nicht' } as const;
export type GuestState = keyof typeof guestStates;

/** `capacity` null: as many as want to. `taken`: places of those who come, without whoever asks. */
export type Room = { capacity: number | null; taken: number };

export type DateState = 'planned' | 'cancelled' | 'held';
export type GuestFacts = Room & {
	/** Of the date. */
	viewing: DateState;
	startsAt: Date;
	now: Date;
	people: number;
};

/** Why somebody cannot sign up or leave, or null. */
export function whyNotAnswer({
	viewing,
	startsAt,
	now,
	capacity,
	people
}: GuestFacts): { code: string; message: string; field?: string } | null {
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
export const placeFor = ({ capacity, taken, people }: Room & { people: number }): GuestState =>
	capacity === null || taken + people <= capacity ? 'coming' : 'waiting';

/** Who moves up when places are free: in the order they asked, whoever fits. */
export function movingUp<G extends { people: number }>(waiting: readonly G[], { capacity, taken }: Room): G[] {
	let used = taken;
	return waiting.filter(({ people }) => {
		if (capacity !== null && used + people > capacity) return false;
		used += people;
		return true;
	});
}

/** How much room there is, in a sentence for whoever might come. */
export function freePlaces({ capacity, taken }: Room): string {
	if (capacity === null) return 'Alle können kommen.';
	const free = Math.max(0, capacity - taken);
	if (free === 0) return 'Zurzeit ist alles vergeben. Wer zusagt, steht auf der Warteliste und rückt nach.';
	return free === 1 ? 'Noch ein Platz.' : `Noch ${free} Plätze.`;
}
