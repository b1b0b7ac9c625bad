/** An office proposes that two parties speak with each other. Each sees how to reach the other once both have said yes. */

export const introductionStates = { proposed: 'vorgeschlagen', agreed: 'beide haben zugesagt', declined: 'abgelehnt' } as const;
export type IntroductionState = keyof typeof introductionStates;

type Refused = { code: string; message: string; field?: string };

export function whyNotAnswerIntroduction(state: IntroductionState, hasAnswered: boolean): Refused | null {
	if (state === 'agreed') return { code: 'agreed', message: 'Beide haben zugesagt, die Kontaktdaten sind zu sehen.' };
	if (state === 'declined') return { code: 'declined', message: 'Dieser Vorschlag ist abgelehnt.' };
	return hasAnswered ? { code: 'answered', message: 'Sie haben schon zugesagt. Jetzt ist die andere Seite am Zug.' } : null;
}

/** What becomes of it with this answer. `otherAgreed`: the other side has said yes before. */
export const introductionAfter = (answer: 'yes' | 'no', otherAgreed: boolean): IntroductionState => {
	if (answer === 'no') return 'declined';
	return otherAgreed ? 'agreed' : 'proposed';
};
