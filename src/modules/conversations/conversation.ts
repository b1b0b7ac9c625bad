/** A conversation: from the first word between two people to its end, as one table. What is not here is forbidden. */

export const conversationStates = {
	asked: 'wartet auf Antwort',
	set_aside: 'zurückgelegt',
	open: 'offen',
	ended: 'beendet'
} as const;
export type ConversationState = keyof typeof conversationStates;

/** On which side of a first contact somebody stands; `either` where there is none, or it is long answered. */
export type Side = 'asker' | 'asked' | 'either';

/**
 * `ask` begins anew after somebody left, `release` skips the asking because both sides said yes elsewhere. Conversations about a subject are open from the
 * beginning and stay so: who leaves one leaves the others to it.
 */
export const conversationSteps = {
	ask: { from: ['ended'], to: 'asked', by: ['asker', 'asked', 'either'] },
	answer: { from: ['asked', 'set_aside'], to: 'open', by: ['asked'] },
	set_aside: { from: ['asked'], to: 'set_aside', by: ['asked'] },
	release: { from: ['asked', 'set_aside', 'ended', 'open'], to: 'open', by: ['asker', 'asked', 'either'] },
	leave: { from: ['open'], to: 'ended', by: ['asker', 'asked', 'either'] }
} as const satisfies Record<string, { from: readonly ConversationState[]; to: ConversationState; by: readonly Side[] }>;
export type ConversationStep = keyof typeof conversationSteps;

export const trailKinds = {
	opened: 'hat das Gespräch begonnen',
	asked: 'hat zum ersten Mal geschrieben',
	joined: 'ist dazugekommen',
	left: 'hat das Gespräch verlassen',
	removed: 'ist nicht mehr dabei'
} as const;
export type TrailKind = keyof typeof trailKinds;

export type Reason = { code: string; message: string };

const waits: Reason = {
	code: 'first-unanswered',
	message: 'Ihre erste Nachricht ist angekommen. Weiter geht es, sobald sie beantwortet ist.'
};
const ended: Reason = {
	code: 'conversation-ended',
	message: 'Dieses Gespräch ist beendet: Eine Seite hat es verlassen.'
};

/** What stands against a step from here, taken by this side, or null. */
export function whyNotStep(state: ConversationState, step: ConversationStep, side: Side): Reason | null {
	const { from, by }: { from: readonly ConversationState[]; by: readonly Side[] } = conversationSteps[step];
	if (!by.includes(side)) return side === 'asker' ? waits : { code: 'not-asked', message: 'Hier wartet keine erste Nachricht auf Sie.' };
	if (from.includes(state)) return null;
	if (state === 'ended') return ended;
	if (step === 'leave') return { code: 'unanswered', message: 'Noch ist nichts beantwortet, also gibt es nichts zu verlassen.' };
	return {
		code: `conversation-${step}`,
		message: step === 'ask' ? waits.message : 'Diese Nachricht ist schon beantwortet oder zurückgelegt.'
	};
}

export type Speaking = { state: ConversationState; side: Side; others: number; hasBlocked: boolean };

/** What stands against writing here, or null. */
export function whyNotSay({ state, side, others, hasBlocked }: Speaking): Reason | null {
	if (hasBlocked)
		return { code: 'blocked', message: 'Sie haben diese Person blockiert. Wer wieder schreiben möchte, hebt die Blockierung zuerst auf.' };
	if (state === 'ended') return ended;
	if (!others) return { code: 'nobody-there', message: 'Hier liest niemand mehr mit.' };
	if (state === 'open') return null;
	return whyNotStep(state, 'answer', side);
}

/** First contacts that somebody may make in a day, words in an hour, reports in a day. */
export const limits = { firstContacts: 5, wordsPerHour: 60, reports: 20 } as const;
export const longestText = 20_000;
/** A thread shows so many messages at once; a mail's link no more than the newest of these. */
export const shownAtOnce = 50;
export const shownByLink = 20;
/** A link to answer works this long. */
export const linkDays = 30;

export const nobody = 'Gelöschte Person';
export const nameOf = (name: string | null | undefined): string =>
	name === null || name === undefined ? nobody : name.trim() || 'Ohne Namen';

/** "Amira Haddad, Jonas Weber und 3 weitere" */
export function namesText(names: readonly string[]): string {
	if (!names.length) return nobody;
	if (names.length <= 3) return names.join(', ');
	return `${names.slice(0, 2).join(', ')} und ${names.length - 2} weitere`;
}

/** Where a message stands for good. */
export const messageHref = (conversationId: string, number: number): string =>
	`/konto/gespraeche/${conversationId}?bis=${number + 10}#n-${number}`;
