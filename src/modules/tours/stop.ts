/** A stop of a Leerstandsspaziergang: whether one may enter the house, who was asked, and what came of it. */

export const consents = {
	not_needed: 'niemand zu fragen',
	open: 'noch zu fragen',
	asked: 'gefragt, noch ohne Antwort',
	granted: 'wir dürfen hinein',
	refused: 'nur von außen'
} as const;
export type Consent = keyof typeof consents;

export type ConsentStep = 'ask' | 'grant' | 'refuse' | 'waive' | 'reopen';
type Rule = { from: readonly Consent[]; to: Consent; needsWhom: boolean; text: string };

export const consentSteps: Record<ConsentStep, Rule> = {
	ask: { from: ['open'], to: 'asked', needsWhom: true, text: 'Ist gefragt' },
	grant: { from: ['open', 'asked', 'refused'], to: 'granted', needsWhom: true, text: 'Hat zugesagt' },
	refuse: { from: ['open', 'asked', 'granted'], to: 'refused', needsWhom: true, text: 'Hat abgelehnt' },
	waive: { from: ['open'], to: 'not_needed', needsWhom: false, text: 'Niemand zu fragen' },
	reopen: { from: ['not_needed', 'asked', 'granted', 'refused'], to: 'open', needsWhom: false, text: 'Neu fragen' }
};
export const consentStepNames = Object.keys(consentSteps) as ConsentStep[];
export const consentStepsFrom = (state: Consent): ConsentStep[] =>
	consentStepNames.filter((step) => consentSteps[step].from.includes(state));

export type Refused = { code: string; message: string; field?: string };

/** Why the step cannot be taken, or null. `whom`: who was asked. */
export function whyNotConsentStep({ state, step, whom }: { state: Consent; step: ConsentStep; whom?: string | null }): Refused | null {
	const { from, needsWhom, text } = consentSteps[step];
	if (!from.includes(state)) return { code: 'not-from-here', message: `Hier gilt: ${consents[state]}. „${text}“ geht von dort aus nicht.` };
	if (needsWhom && !whom?.trim()) return { code: 'no-whom', message: 'Bitte sagen, mit wem das besprochen ist.', field: 'whom' };
	return null;
}

/** Nobody enters a house without a yes; until then it is looked at from the street. */
export const isEntered = (consent: Consent): boolean => consent === 'granted' || consent === 'not_needed';

export const interestStates = { noted: 'vermerkt', followed: 'wird in einem Fall begleitet', dropped: 'nicht weiter verfolgt' } as const;
export type InterestState = keyof typeof interestStates;
export type InterestStep = 'follow' | 'drop';
export const interestSteps: Record<InterestStep, { from: readonly InterestState[]; to: InterestState; text: string }> = {
	follow: { from: ['noted', 'dropped'], to: 'followed', text: 'Fall daraus machen' },
	drop: { from: ['noted'], to: 'dropped', text: 'Nicht weiter verfolgen' }
};

export function whyNotInterestStep({ state, step }: { state: InterestState; step: InterestStep }): Refused | null {
	const { from, text } = interestSteps[step];
	if (from.includes(state)) return null;
	return { code: 'not-from-here', message: `Dieses Interesse ist schon: ${interestStates[state]}. „${text}“ geht nicht mehr.` };
}

/** So long after it ended, people still say which house they liked and how it was. Days. */
export const openAfter = 30;

type Told = { state: 'planned' | 'cancelled' | 'held'; endsAt: Date; now: Date; isGuest: boolean };

/** Why somebody cannot say which house interests them, or how it was, or null. */
export function whyNotTell({ state, endsAt, now, isGuest }: Told): Refused | null {
	if (!isGuest)
		return { code: 'not-signed-up', message: 'Das sagen die, die angemeldet sind. Bitte melden Sie sich zuerst zum Spaziergang an.' };
	if (state === 'cancelled') return { code: 'cancelled', message: 'Dieser Spaziergang ist abgesagt.' };
	if (now.getTime() > endsAt.getTime() + openAfter * 86_400_000)
		return { code: 'long-ago', message: 'Der Spaziergang ist länger her. Bitte schreiben Sie der Ansprechperson der Kommune.' };
	return null;
}

/** Feedback asks how it was after it was. */
export const whyNotFeedback = (told: Told & { startsAt: Date }): Refused | null =>
	whyNotTell(told) ?? (told.startsAt > told.now ? { code: 'not-yet', message: 'Wie es war, fragen wir danach.' } : null);

export const ratings = { good: 'hat sich gelohnt', mixed: 'teils, teils', poor: 'hat mir nichts gebracht' } as const;
export type Rating = keyof typeof ratings;
