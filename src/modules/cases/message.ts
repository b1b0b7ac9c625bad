/** A message to whoever answers for an organisation: its way from the form to the reply, as a table. */

export const messageStates = { waiting: 'wartet auf Bestätigung', open: 'noch ohne Antwort', answered: 'beantwortet' } as const;
export type MessageState = keyof typeof messageStates;

export const messageSteps = {
	confirm: { from: ['waiting'], to: 'open' },
	answer: { from: ['open', 'answered'], to: 'answered' },
	elsewhere: { from: ['open'], to: 'answered' },
	follow_up: { from: ['open', 'answered'], to: 'open' }
} as const satisfies Record<string, { from: readonly MessageState[]; to: MessageState }>;
export type MessageStep = keyof typeof messageSteps;

const against: Record<MessageStep, Partial<Record<MessageState, string>>> = {
	confirm: { open: 'Diese Nachricht ist schon unterwegs.', answered: 'Diese Nachricht ist schon beantwortet.' },
	answer: { waiting: 'Diese Nachricht ist noch nicht bestätigt.' },
	elsewhere: { waiting: 'Diese Nachricht ist noch nicht bestätigt.', answered: 'Diese Nachricht ist schon beantwortet.' },
	follow_up: { waiting: 'Bitte zuerst die Nachricht über den Link in der Mail bestätigen.' }
};

/** What stands against a step, or null. */
export function whyNotStep(state: MessageState, step: MessageStep): { code: string; message: string } | null {
	const from: readonly MessageState[] = messageSteps[step].from;
	return from.includes(state) ? null : { code: `message-${step}`, message: against[step][state] ?? 'Das geht von hier aus nicht.' };
}

/** What is written below a message: an answer, a note that it was answered elsewhere, or more from whoever asked. */
export type ReplyKind = Exclude<MessageStep, 'confirm'>;
export type Reply = { id: string; kind: ReplyKind; text: string; by: string; at: Date };

/** What a message is about: a page of this site. */
export type About = { title: string; href: string };

/** A message as both sides read it. */
export type Thread = {
	id: string;
	organisation: string;
	topic: string | null;
	text: string;
	sender: string;
	about: About | null;
	state: MessageState;
	createdAt: Date;
	/** How soon an answer was promised, in days. */
	promisedDays: number;
	replies: Reply[];
};

export const daysToConfirm = 14;
/** A message goes a year after its last word. */
export const daysKept = 365;

/** Fewer cases say nothing about an organisation, and much about a person. */
export const fewestMeasured = 5;

export type ReplyTime = { medianHours: number; cases: number };

/** "innerhalb eines Tages", "meist nach 3 Tagen": half of the answers came at least that soon. */
export function replyTimeText({ medianHours, cases }: ReplyTime): string {
	const days = Math.round(medianHours / 24);
	const soon = medianHours <= 24 ? 'innerhalb eines Tages' : `innerhalb von ${days} Tagen`;
	return `Die Hälfte der Anfragen war ${soon} beantwortet (gemessen an ${cases} im letzten Jahr).`;
}
