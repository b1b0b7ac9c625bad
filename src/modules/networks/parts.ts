import { z } from 'zod';
import { checkbox, optionalDate, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { blocks, checks, questionThemes } from './vocabulary.ts';

/** What the page of a network is made of, kind by kind: one schema for form, command and projection, and the fields that people fill in. */

const text = (max = 2000) => requiredText('Bitte einen Text eintragen.', max);
const title = requiredText('Bitte eine Überschrift eintragen.', 120);

/** A link that people follow: nothing but http(s) gets on a page. */
const website = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	z
		.url({ protocol: /^https?$/, error: 'Bitte eine vollständige Adresse, zum Beispiel https://www.beispiel.de.' })
		.max(200)
		.optional()
);

export const partSchemas = {
	section: z.object({ title, text: optionalText(6000), block: word(blocks, 'text') }),
	benefit: z.object({ title, text: text(600) }),
	condition: z.object({ title, text: text(600), check: word(checks, 'none') }),
	way: z.object({ title, text: text(600) }),
	question: z.object({ title, hint: optionalText(400), theme: optionalWord(questionThemes), required: checkbox() }),
	field: z.object({ title, text: text(800), approach1: optionalText(120), approach2: optionalText(120) }),
	voice: z.object({
		text: text(600),
		name: requiredText('Wer spricht? Bitte den Namen eintragen.', 120),
		function: requiredText('In welcher Aufgabe? Zum Beispiel „Bürgermeisterin von …“.', 160)
	}),
	faq: z.object({ title, text: text(1200) }),
	update: z.object({ title, text: text(1500), on: optionalDate() }),
	funder: z.object({ title, text: text(400), website })
} as const;
export type PartKind = keyof typeof partSchemas;
export type PartData<K extends PartKind = PartKind> = z.output<(typeof partSchemas)[K]>;

type Label = { label: string; hint?: string; rows?: number; type?: 'date' | 'url' };
export type PartWords = {
	/** "Stimmen", the page in the office. */
	many: string;
	/** "Stimme", one of them. */
	one: string;
	lead: string;
	/** Shown only once somebody has said that it may be. */
	needsRelease?: boolean;
	/** Never on the public page. */
	isInternal?: boolean;
	fields: Record<string, Label>;
};

export const partWords: Record<PartKind, PartWords> = {
	section: {
		many: 'Abschnitte',
		one: 'Abschnitt',
		lead: 'Die Seite von oben nach unten. Jeder Abschnitt hat eine Überschrift, ein paar Sätze und, wenn Sie wollen, eine Liste darunter.',
		fields: {
			title: { label: 'Überschrift' },
			text: { label: 'Text', hint: 'Eine Leerzeile beginnt einen neuen Absatz.', rows: 8 },
			block: { label: 'Darunter steht' }
		}
	},
	benefit: {
		many: 'Vorteile',
		one: 'Vorteil',
		lead: 'Was haben die davon, die dabei sind?',
		fields: { title: { label: 'In wenigen Wörtern' }, text: { label: 'In zwei Sätzen', rows: 3 } }
	},
	condition: {
		many: 'Bedingungen',
		one: 'Bedingung',
		lead: 'Was erwartet das Netzwerk? Daraus entsteht auch die Selbstprüfung vor dem Antrag.',
		fields: { title: { label: 'In wenigen Wörtern' }, text: { label: 'Erklärung', rows: 3 }, check: { label: 'In der Selbstprüfung' } }
	},
	way: {
		many: 'Weg hinein',
		one: 'Schritt',
		lead: 'Was geschieht der Reihe nach, bis jemand dazugehört?',
		fields: { title: { label: 'Schritt' }, text: { label: 'Was geschieht, und wer tut es?', rows: 3 } }
	},
	question: {
		many: 'Fragen der Aufnahme',
		one: 'Frage',
		lead: 'Was der Antrag fragt. Wenige gute Fragen, die in einer Stunde zu beantworten sind.',
		isInternal: true,
		fields: {
			title: { label: 'Frage' },
			hint: { label: 'Hinweis darunter', rows: 2 },
			theme: { label: 'Thema', hint: 'Jede Frage ist ein Schritt im Antrag.' },
			required: { label: 'Diese Frage muss beantwortet werden' }
		}
	},
	field: {
		many: 'Handlungsfelder',
		one: 'Handlungsfeld',
		lead: 'Woran das Bündnis arbeitet, und mit welchen zwei Ansätzen.',
		fields: {
			title: { label: 'Handlungsfeld' },
			text: { label: 'Worum es geht', rows: 4 },
			approach1: { label: 'Erster Ansatz' },
			approach2: { label: 'Zweiter Ansatz' }
		}
	},
	voice: {
		many: 'Stimmen',
		one: 'Stimme',
		lead: 'Ein Satz, ein Name, eine Aufgabe. Zu sehen erst, wenn die Person ihn freigegeben hat.',
		needsRelease: true,
		fields: {
			text: { label: 'Was gesagt wurde', rows: 4 },
			name: { label: 'Name' },
			function: { label: 'Aufgabe', hint: 'zum Beispiel „Bürgermeisterin von Templin“' }
		}
	},
	faq: {
		many: 'Fragen und Antworten',
		one: 'Frage mit Antwort',
		lead: 'Was am Telefon immer wieder gefragt wird.',
		fields: { title: { label: 'Frage' }, text: { label: 'Antwort', rows: 4 } }
	},
	update: {
		many: 'Aktuelles',
		one: 'Meldung',
		lead: 'Kurze Meldungen, die neueste zuerst.',
		fields: { title: { label: 'Überschrift' }, text: { label: 'Text', rows: 5 }, on: { label: 'Tag', type: 'date' } }
	},
	funder: {
		many: 'Förderung',
		one: 'Förderer',
		lead: 'Wer das Netzwerk trägt, mit dem Wortlaut, den der Bescheid verlangt.',
		fields: {
			title: { label: 'Name' },
			text: { label: 'Wortlaut', hint: 'zum Beispiel „Gefördert durch …“', rows: 3 },
			website: { label: 'Website', type: 'url' }
		}
	}
};

/** Address word to kind: `/buero/netzwerk/{slug}/teile/stimmen`. */
export const partAddresses: Record<string, PartKind> = {
	abschnitte: 'section',
	vorteile: 'benefit',
	bedingungen: 'condition',
	weg: 'way',
	fragen: 'question',
	handlungsfelder: 'field',
	stimmen: 'voice',
	antworten: 'faq',
	aktuelles: 'update',
	foerderung: 'funder'
};
