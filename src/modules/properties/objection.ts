import { codeLetters, plainCode } from '#modules/organisations/claim.ts';
import type { PublicationState } from './vocabulary.ts';

/** On which ground somebody announces a publication. Whoever announces chooses it; nothing here is chosen for them. */
export const announcementBases = {
	building_land: 'Baulandkataster (§ 200 Abs. 3 BauGB)',
	public_task: 'öffentliche Aufgabe',
	other: 'anderes, siehe Vermerk'
} as const;
export type AnnouncementBasis = keyof typeof announcementBases;

/** A link of a mail works this long; the code of the letter as long as there is the house. */
export const objectionLinkDays = 730;

const codeLength = 12;

/** The code of a letter from the seal of its announcement: the same letter can be printed again, and no code is kept. */
export const codeFrom = (seal: Uint8Array): string =>
	Array.from(seal.subarray(0, codeLength), (byte) => codeLetters[byte % codeLetters.length]).join('');

/** What somebody typed, as the code it may be; null when it can be none. */
export function readCode(typed: string): string | null {
	const code = plainCode(typed);
	return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : null;
}

/** What whoever holds the code or the link may know: which house, and how it stands with it. */
export type Objection = {
	title: string;
	municipality: string;
	ags: string;
	state: PublicationState;
	announcedAt: Date;
	/** Until then nothing is published. */
	waitsUntil: Date;
	objectedAt: Date | null;
	/** What the municipality decided after the objection, in its words. */
	decision: { at: Date; reason: string } | null;
};

const shown: readonly PublicationState[] = ['network', 'public_blurred', 'public'];

/** How it stands, as one sentence for the page behind the link. */
export function objectionStanding({ state, objectedAt, decision }: Pick<Objection, 'state' | 'objectedAt' | 'decision'>): string {
	if (state === 'locked')
		return objectedAt
			? 'Ihr Widerspruch ist eingegangen. Das Haus ist gesperrt: Es wird nicht gezeigt, bis die Kommune entschieden hat.'
			: 'Das Haus ist schon gesperrt. Es wird nicht gezeigt, bis die Kommune entschieden hat.';
	if (shown.includes(state)) return 'Das Haus ist veröffentlicht. Mit Ihrem Widerspruch verschwindet die Seite sofort.';
	if (state === 'announced') return 'Das Haus ist noch nicht veröffentlicht. Mit Ihrem Widerspruch bleibt es dabei.';
	return decision
		? 'Die Kommune hat über den Widerspruch entschieden. Veröffentlicht ist zurzeit nichts; wird es anders, können Sie wieder widersprechen.'
		: 'Zurzeit ist nichts veröffentlicht und nichts angekündigt. Mit Ihrem Widerspruch wird das Haus gesperrt.';
}

/** Objecting twice is objecting once. */
export const mayStillObject = (state: PublicationState): boolean => state !== 'locked';
