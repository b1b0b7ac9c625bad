/** A new mail address for an account: confirmed where it arrives, and taken back by whoever reads the old one. No database here. */

export const confirmHours = 24;
export const takeBackDays = 7;

export const mailChangeStates = {
	open: 'wartet auf Bestätigung',
	expired: 'abgelaufen',
	confirmed: 'gilt',
	settled: 'gilt endgültig',
	taken_back: 'zurückgenommen'
} as const;
export type MailChangeState = keyof typeof mailChangeStates;

type Moments = { createdAt: Date; confirmedAt: Date | null; takenBackAt: Date | null };

export function mailChangeState({ createdAt, confirmedAt, takenBackAt }: Moments, now: Date): MailChangeState {
	if (takenBackAt) return 'taken_back';
	if (confirmedAt) return now.getTime() - confirmedAt.getTime() < takeBackDays * 86_400_000 ? 'confirmed' : 'settled';
	return now.getTime() - createdAt.getTime() < confirmHours * 3_600_000 ? 'open' : 'expired';
}

/** The two steps that a link can make, and from which state. Every other pair is refused with a sentence. */
export const mailChangeSteps = { confirm: 'open', 'take-back': 'confirmed' } as const;
export type MailChangeStep = keyof typeof mailChangeSteps;

const sentences: Record<MailChangeState, string> = {
	open: 'Die neue Adresse ist noch nicht bestätigt; es gibt nichts zurückzunehmen.',
	expired: `Der Link galt ${confirmHours} Stunden. Bitte die Adresse im Konto noch einmal eintragen.`,
	confirmed: 'Diese Adresse ist schon bestätigt. Mit ihr geht es jetzt hinein.',
	settled: 'Der Wechsel liegt zu lange zurück. Bitte der Betreiberin der Plattform Bescheid geben.',
	taken_back: 'Dieser Wechsel wurde zurückgenommen. Es gilt wieder die Adresse von vorher.'
};

/** What stands against the step, or null. */
export const whyNotStep = (step: MailChangeStep, state: MailChangeState): string | null =>
	mailChangeSteps[step] === state ? null : sentences[state];
