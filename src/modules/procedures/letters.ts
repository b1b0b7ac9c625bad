import type { Letter } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import { fieldsIn, mergeFields, strangeFields } from '#lib/text/merge.ts';
import { asks, type Ask } from './letter-templates.ts';
import { kindRules, type Kind } from './procedure.ts';
import { whenText, type Timeline } from './timeline.ts';

/** A letter of a procedure: what the procedure fills in by itself, and the letter for a window envelope. */

/** What the procedure knows. */
export const knownFields = {
	haus: 'Name des Hauses',
	aufruf: 'Name des Verfahrens',
	kommune: 'die Kommune',
	seite: 'Adresse des Aufrufs',
	besichtigung: 'Tag der Besichtigung',
	abgabe: 'Ende der Abgabe',
	entscheidung: 'Tag der Entscheidung',
	leitung: 'wer das Verfahren leitet'
} as const;
export type Known = Record<keyof typeof knownFields, string | null>;
const names = [...Object.keys(knownFields), ...Object.keys(asks)];

type Asked = {
	kind: Kind;
	round: number;
	timeline: Timeline;
	title: string;
	slug: string | null;
	house: string;
	town: string;
	lead: string | null;
	baseUrl: string;
};

/** What can be said of a procedure now; null where there is nothing to say yet. */
export function knownOf({ kind, round, timeline, title, slug, house, town, lead, baseUrl }: Asked): Known {
	const due = kindRules[kind].stages === 2 && round === 1 ? timeline.first_until : timeline.deadline;
	const day = (when: Timeline[keyof Timeline]) => (when ? whenText(when) : null);
	return {
		...{ haus: house, aufruf: title, kommune: town, leitung: lead, seite: slug ? `${baseUrl}/verfahren/${slug}` : null },
		...{ besichtigung: day(timeline.viewing), abgabe: day(due), entscheidung: day(timeline.decision_on) }
	};
}

export type Written = {
	recipient: string;
	greeting: string;
	subject: string;
	text: string;
	signatory: string;
	senderName: string;
	senderStreet: string;
	senderPlace: string;
	senderContact: string;
	given: Partial<Record<Ask, string>>;
};

/** Why this cannot be a letter yet, with the field it concerns, or null. */
export function whyNotLetter({ subject, text, given }: Written, known: Known): { message: string; field: string } | null {
	const [stranger] = strangeFields(`${subject}\n${text}`, names);
	if (stranger) return { field: 'text', message: `Den Platzhalter ${stranger} gibt es nicht. Bitte durch Worte ersetzen.` };
	const used = fieldsIn(`${subject}\n${text}`);
	const asked = (Object.keys(asks) as Ask[]).find((ask) => used.includes(ask) && !given[ask]);
	if (asked) return { field: asked, message: `Bitte „${asks[asked].label}“ ausfüllen, oder {${asked}} aus dem Text nehmen.` };
	const open = (Object.keys(knownFields) as (keyof Known)[]).find((name) => used.includes(name) && !known[name]);
	return open
		? {
				field: 'text',
				message:
					open === 'seite'
						? 'Der Aufruf hat noch keine Adresse, weil er nicht veröffentlicht ist. Bitte {seite} aus dem Text nehmen.'
						: `Für {${open}} steht im Verfahren noch nichts. Bitte dort eintragen, oder aus dem Text nehmen.`
			}
		: null;
}

const partsOf = (text: string): string[] =>
	text
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean);

export type MergedLetter = { subject: string; greeting: string; paragraphs: string[] };

/** The words of the letter, merged. */
export function mergedLetter({ subject, text, greeting, given }: Written, known: Known): MergedLetter {
	const values = Object.fromEntries(Object.entries({ ...known, ...given }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
	return { subject: mergeFields(subject, values), greeting, paragraphs: partsOf(mergeFields(text, values)) };
}

/** The same as text, to put into a mail. */
export const plainLetter = ({ greeting, paragraphs }: MergedLetter, { signatory, senderName }: Written): string =>
	[greeting, ...paragraphs, 'Herzliche Grüße', `${signatory}\n${senderName}`].join('\n\n');

type Printed = { written: Written; known: Known; number: number; date: string; accent: string };

/** The same for the post: DIN 5008, the address in the window. */
export function procedureLetter({ written, known, number, date, accent }: Printed): Letter {
	const { subject, greeting, paragraphs } = mergedLetter(written, known);
	const { senderName, senderStreet, senderPlace, senderContact, signatory, recipient } = written;
	const text = (value: string) => ({ kind: 'text', text: value }) as const;
	const lines = recipient.split(/\s*\n\s*/).filter(Boolean);
	return {
		...{ title: subject, date, accent, sender: { name: senderName } },
		returnLine: [senderName, senderStreet, senderPlace].filter(Boolean).join(' · '),
		recipient: lines.slice(0, 6),
		info: [
			['Datum', germanDay(date)],
			['Zeichen', `Verfahren ${number}`],
			['Auskunft', signatory],
			...(senderContact ? [['Kontakt', senderContact] satisfies [string, string]] : [])
		],
		subject,
		blocks: [text(greeting), ...paragraphs.map(text), text('Herzliche Grüße'), { kind: 'signature', name: signatory, role: senderName }],
		footer: [[senderName], [senderStreet, senderPlace].filter(Boolean), senderContact ? [senderContact] : []].filter((one) => one.length)
	};
}
