import { mergeFields, strangeFields } from '#lib/text/merge.ts';
import type { Attitude, Exclusion, Rank, VacancyReason } from './vocabulary.ts';
import { whyNotWrite, type Reason } from './owner.ts';

/** A letter to many owners: its way as a table, and the way of each letter. */

export const campaignStates = { draft: 'Entwurf', ready: 'Auswahl steht', sent: 'verschickt', closed: 'abgeschlossen' } as const;
export type CampaignState = keyof typeof campaignStates;

export const campaignSteps = {
	save: { from: ['draft'], to: 'draft', verb: 'Speichern' },
	freeze: { from: ['draft'], to: 'ready', verb: 'Auswahl festlegen' },
	reopen: { from: ['ready'], to: 'draft', verb: 'Zurück zum Entwurf' },
	send: { from: ['ready'], to: 'sent', verb: 'Als verschickt eintragen' },
	close: { from: ['sent'], to: 'closed', verb: 'Abschließen' },
	discard: { from: ['draft', 'ready'], to: 'draft', verb: 'Verwerfen' }
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState; verb: string }>;
export type CampaignStep = keyof typeof campaignSteps;

export type CampaignFacts = {
	state: CampaignState;
	subject: string;
	text: string;
	signatory: string;
	/** ISO days. */
	replyBy: string;
	today: string;
	hasSender: boolean;
	/** How many letters would leave: of the selection while it is a draft, queued ones after that. */
	letters: number;
};

/** One campaign holds at most this many letters; more are several campaigns, and answers that somebody can read. */
export const mostLetters = 300;

const complete = (facts: CampaignFacts): Reason | null => {
	if (!facts.hasSender) return { code: 'sender-missing', message: 'Bitte zuerst den Absender eintragen: Er steht auf jedem Brief.' };
	if (!facts.subject.trim() || !facts.text.trim()) return { code: 'text-missing', message: 'Betreff oder Text fehlt noch.' };
	if (!facts.signatory.trim()) return { code: 'signatory-missing', message: 'Wer unterschreibt? Bitte den Namen eintragen.' };
	const stranger = strangeFields(`${facts.subject} ${facts.text}`, Object.keys(fields))[0];
	if (stranger) return { code: 'field-unknown', message: `Den Platzhalter ${stranger} gibt es nicht. Möglich sind ${fieldNames}.` };
	if (facts.replyBy <= facts.today) return { code: 'reply-past', message: 'Der Tag, bis zu dem Sie um Antwort bitten, ist vorbei.' };
	if (facts.letters === 0)
		return { code: 'nobody', message: 'Diese Auswahl erreicht niemanden. Bitte weiter fassen oder Anschriften ergänzen.' };
	return facts.letters > mostLetters
		? { code: 'too-many', message: `Das wären ${facts.letters} Briefe. Bitte enger wählen: höchstens ${mostLetters} in einem Anschreiben.` }
		: null;
};
const someLeft = ({ letters }: CampaignFacts): Reason | null =>
	letters ? null : { code: 'nobody', message: 'Es ist kein Brief übrig, der verschickt werden könnte.' };
const guards: Partial<Record<CampaignStep, (facts: CampaignFacts) => Reason | null>> = { freeze: complete, send: someLeft };

/** What stands against a step of a campaign, or null. */
export function whyNotCampaignStep(facts: CampaignFacts, step: CampaignStep): Reason | null {
	const from: readonly CampaignState[] = campaignSteps[step].from;
	if (!from.includes(facts.state))
		return {
			code: `campaign-${step}`,
			message: `Das Anschreiben ist ${campaignStates[facts.state]}: „${campaignSteps[step].verb}“ geht von hier nicht.`
		};
	return guards[step]?.(facts) ?? null;
}

/** What a letter may say by itself. */
export const fields = {
	haus: 'Name des Hauses',
	adresse: 'Adresse des Hauses',
	kommune: 'Ihre Kommune',
	frist: 'Antwort bis',
	name: 'an wen'
} as const;
export type Fields = Record<keyof typeof fields, string>;
const fieldNames = Object.keys(fields)
	.map((name) => `{${name}}`)
	.join(', ');

/** The text of one letter. What stands in a value is never read as a field. */
export const merge = (text: string, values: Fields): string => mergeFields(text, values);

export const recipientStates = {
	excluded: 'bekommt keinen Brief',
	queued: 'Brief liegt bereit',
	sent: 'verschickt',
	answered: 'hat geantwortet',
	refused: 'möchte in Ruhe gelassen werden',
	returned: 'Brief kam zurück',
	no_answer: 'keine Antwort'
} as const;
export type RecipientState = keyof typeof recipientStates;

const answerable = ['sent', 'answered', 'refused', 'returned', 'no_answer'] as const;
export const recipientSteps = {
	exclude: { from: ['queued'], to: 'excluded' },
	send: { from: ['queued'], to: 'sent' },
	answer: { from: answerable, to: 'answered' },
	refuse: { from: answerable, to: 'refused' },
	return: { from: ['sent', 'no_answer'], to: 'returned' },
	give_up: { from: ['sent'], to: 'no_answer' }
} as const satisfies Record<string, { from: readonly RecipientState[]; to: RecipientState }>;
export type RecipientStep = keyof typeof recipientSteps;

const against: Record<RecipientStep, string> = {
	exclude: 'Herausnehmen geht nur, solange der Brief noch bereitliegt.',
	send: 'Dieser Brief liegt nicht bereit.',
	answer: 'Auf diesen Brief kann noch nicht geantwortet werden: Er ist nicht verschickt.',
	refuse: 'Auf diesen Brief kann noch nicht geantwortet werden: Er ist nicht verschickt.',
	return: 'Als zurückgekommen gilt nur ein verschickter Brief ohne Antwort.',
	give_up: 'Ohne Antwort ist nur, was verschickt ist.'
};

/** What stands against a step of one letter, or null. `doNotContactAt`: the owner's wish, which no step towards the post passes. */
export function whyNotRecipientStep(
	{ state, doNotContactAt }: { state: RecipientState; doNotContactAt: Date | null },
	step: RecipientStep
): Reason | null {
	const from: readonly RecipientState[] = recipientSteps[step].from;
	if (!from.includes(state)) return { code: `recipient-${step}`, message: against[step] };
	return step === 'send' ? whyNotWrite({ doNotContactAt }) : null;
}

export type Candidate = { doNotContactAt: Date | null; rank: Rank; hasAddress: boolean; lastSentOn: string | null };

/** Two letters of campaigns to the same owner about the same house lie at least this many months apart, unless somebody says otherwise. */
export const monthsBetween = 6;

/** Why somebody of the selection gets no letter, or null. `quietSince`: the ISO day since which a letter counts as recent; null asks nothing. */
export function whyExcluded({ doNotContactAt, rank, hasAddress, lastSentOn }: Candidate, quietSince: string | null): Exclusion | null {
	if (doNotContactAt) return 'do_not_contact';
	if (rank === 'deceased' || rank === 'disputed') return rank;
	if (!hasAddress) return 'no_address';
	return quietSince && lastSentOn && lastSentOn > quietSince ? 'recently_contacted' : null;
}

/** Which houses a campaign is about; empty lists ask nothing. */
export type Selection = {
	lifecycle: string[];
	kinds: string[];
	attitudes: Attitude[];
	reasons: VacancyReason[];
	/** At least that many years empty. */
	vacantYears: number | null;
	includeRecent: boolean;
};
export const wholeRegister: Selection = { lifecycle: [], kinds: [], attitudes: [], reasons: [], vacantYears: null, includeRecent: false };

export type Figures = {
	letters: number;
	answered: number;
	refused: number;
	returned: number;
	open: number;
	willing: number;
	excluded: number;
};

/** What came of the letters. An answer is an answer, also when it is no: that is honest. */
export function figuresOf(recipients: readonly { state: RecipientState; isWilling: boolean }[]): Figures {
	const count = (...states: RecipientState[]) => recipients.filter(({ state }) => states.includes(state)).length;
	return {
		letters: count('sent', 'answered', 'refused', 'returned', 'no_answer'),
		answered: count('answered', 'refused'),
		refused: count('refused'),
		returned: count('returned'),
		open: count('sent', 'no_answer'),
		willing: recipients.filter(({ state, isWilling }) => state === 'answered' && isWilling).length,
		excluded: count('excluded')
	};
}

/** "17 von 40 (43 %)"; a share of nothing is not said. */
export const shareText = (part: number, whole: number): string =>
	whole ? `${part} von ${whole} (${Math.round((part / whole) * 100)} %)` : '–';
