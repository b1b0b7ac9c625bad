import { isDirect, type Kind, type State } from './procedure.ts';

/** Letters of a procedure in plain German, to whoever takes part. Addressed with Ihr; every word can be changed before it is printed. */

/** What a letter asks for besides what the procedure knows. */
export const asks = {
	termin: { label: 'Termin', hint: '„Dienstag, 9. März, 17 Uhr“' },
	ort: { label: 'Treffpunkt', hint: '„vor der Haustür, Markt 3“' },
	frist: { label: 'Antwort bis', hint: '„Freitag, 19. März“' },
	fehlt: { label: 'Was fehlt', hint: '„die zweite Ansprechperson“' },
	grund: { label: 'Warum', hint: 'Ein oder zwei Sätze, die der Gruppe helfen.' }
} as const;
export type Ask = keyof typeof asks;

export type LetterTemplate = {
	title: string;
	/** In one line, when to use it. */
	when: string;
	in: readonly State[];
	asks: readonly Ask[];
	subject: string;
	text: (kind: Kind) => string;
};
const paragraphs = (...all: (string | false)[]): string => all.filter(Boolean).join('\n\n');
const afterwards: readonly State[] = ['closed', 'precheck', 'scoring', 'deliberation', 'recommended'];
const settled: readonly State[] = ['decided', 'option', 'contract', 'works', 'done'];

const chosen: Record<Kind, string> = {
	...{ direct_match: 'Ihr habt das Haus an der Hand.', expression_of_interest: 'Wir möchten mit Euch weiterreden.' },
	...{ single_stage: 'Ihr habt das Haus an der Hand.', two_stage: 'Ihr habt das Haus an der Hand.' },
	...{ with_dialogue: 'Ihr habt das Haus an der Hand.', room_grant: 'Ihr bekommt die Räume.' }
};

export const letterTemplates = {
	einladung: {
		title: 'Einladung zum Mitmachen',
		when: 'Wenn der Aufruf veröffentlicht ist und Sie jemanden dabeihaben möchten.',
		in: ['open'],
		asks: [],
		subject: 'Macht mit: {haus}',
		text: () =>
			paragraphs(
				'„{haus}“ in {kommune} soll wieder mit Leben gefüllt werden. Wir suchen Menschen, die das in die Hand nehmen, und haben dabei an Euch gedacht.',
				'Worum es geht, steht im Aufruf: {seite}',
				'Ihr könnt Euch das Haus ansehen: {besichtigung}. Bewerben könnt Ihr Euch bis {abgabe}.',
				'Ein Anruf genügt, wenn Ihr vorher etwas wissen wollt. Und wenn es für Euch nicht passt, freuen wir uns, wenn Ihr diesen Brief weitergebt.'
			)
	},
	dank: {
		title: 'Dank für das Interesse',
		when: 'Wenn eine Bewerbung angekommen ist.',
		in: ['open', ...afterwards],
		asks: [],
		subject: 'Danke für Eure Bewerbung: {haus}',
		text: () =>
			paragraphs(
				'Eure Bewerbung für „{haus}“ ist da. Danke für Eure Zeit und für die Gedanken, die darin stecken.',
				'So geht es weiter: Bis {abgabe} können sich noch andere bewerben. Danach lesen wir alles in Ruhe. Entschieden wird voraussichtlich: {entscheidung}.',
				'Ihr hört auf jeden Fall von uns, wie es auch ausgeht.'
			)
	},
	erinnerung: {
		title: 'Erinnerung an die Abgabe',
		when: 'Ein bis zwei Wochen vor der Abgabe, an alle, die sich gemeldet haben.',
		in: ['open'],
		asks: [],
		subject: 'Noch Zeit bis zur Abgabe: {haus}',
		text: () =>
			paragraphs(
				'Ihr habt Euch für „{haus}“ interessiert. Bewerben könnt Ihr Euch noch bis {abgabe}. Eine Minute danach ist zu spät, für alle gleich.',
				'Alles, was Ihr dazu braucht, findet Ihr hier: {seite}',
				'Es muss nicht perfekt sein. Wenn etwas unklar ist, meldet Euch bald, damit wir noch antworten können.'
			)
	},
	besichtigung: {
		title: 'Termin für die Besichtigung',
		when: 'Wenn sich jemand das Haus ansehen möchte.',
		in: ['ready', 'open'],
		asks: ['termin', 'ort'],
		subject: 'Besichtigung: {haus}',
		text: () =>
			paragraphs(
				'Wir zeigen Euch gern „{haus}“: {termin}, Treffpunkt {ort}.',
				'Bitte tragt feste Schuhe, im Haus ist es kalt und stellenweise dunkel. Wer nicht gut zu Fuß ist, meldet sich bitte vorher, dann finden wir einen Weg.',
				'Was alle wissen sollten, beantworten wir danach schriftlich und für alle gleich.'
			)
	},
	nachforderung: {
		title: 'Bitte um Ergänzung',
		when: 'Wenn bei der Vorprüfung etwas fehlt, das nachgereicht werden darf.',
		in: ['precheck'],
		asks: ['fehlt', 'frist'],
		subject: 'Bitte ergänzen: Eure Bewerbung für {haus}',
		text: () =>
			paragraphs(
				'Eure Bewerbung für „{haus}“ haben wir geprüft. Damit wir sie mit den anderen lesen können, brauchen wir noch: {fehlt}.',
				'Bitte schickt das bis {frist}. Am Inhalt Eurer Bewerbung könnt Ihr dabei nichts mehr ändern, das wäre den anderen gegenüber nicht gerecht.',
				'Wenn Ihr dabei Hilfe braucht, ruft an.'
			)
	},
	vorstellung: {
		title: 'Einladung zur Vorstellung',
		when: 'Wenn eine Gruppe eingeladen ist, ihr Vorhaben zu zeigen.',
		in: ['precheck', 'scoring', 'deliberation'],
		asks: ['termin', 'ort'],
		subject: 'Stellt Euer Vorhaben vor: {haus}',
		text: () =>
			paragraphs(
				'Eure Bewerbung für „{haus}“ haben wir gelesen und möchten mehr davon hören. Bitte kommt: {termin}, Ort: {ort}.',
				'Ihr habt eine Viertelstunde, danach wird gefragt, für alle Gruppen gleich lang. Es genügt, zu erzählen. Bilder könnt Ihr mitbringen, eine Vorführung muss es nicht sein.',
				'Bitte sagt kurz Bescheid, wer kommt, und was Ihr dafür braucht.'
			)
	},
	zusage: {
		title: 'Zusage',
		when: 'Wenn entschieden und veröffentlicht ist, an die Gruppe, die ausgewählt wurde.',
		in: settled,
		asks: ['frist'],
		subject: 'Ihr seid ausgewählt: {haus}',
		text: (kind) =>
			paragraphs(
				`Ihr seid ausgewählt. ${chosen[kind]} Wir freuen uns darauf, was aus „{haus}“ wird.`,
				kind === 'expression_of_interest'
					? 'Zugesagt ist damit noch nichts. Im Gespräch klären wir, was das Haus braucht und was Ihr dafür braucht.'
					: 'Ein Vertrag ist dieser Brief noch nicht. Was vorher zu klären ist, gehen wir gemeinsam durch.',
				'Bitte meldet Euch bis {frist}, damit wir einen Tag für das erste Treffen finden.'
			)
	},
	absage: {
		title: 'Absage',
		when: 'Wenn entschieden und veröffentlicht ist, an alle, die nicht ausgewählt wurden.',
		in: settled,
		asks: ['grund'],
		subject: 'Entschieden: {haus}',
		text: () =>
			paragraphs(
				'Die Wahl für „{haus}“ ist getroffen, und sie ist nicht auf Euch gefallen. Das tut uns leid, denn in Eurer Bewerbung steckt viel Arbeit.',
				'Woran es lag: {grund}',
				'Wenn Ihr mögt, reden wir darüber, was Ihr daraus mitnehmen könnt. Und wenn wieder ein Haus frei wird, das zu Euch passt, würden wir Euch gern Bescheid sagen.'
			)
	}
} satisfies Record<string, LetterTemplate>;
export type LetterKey = keyof typeof letterTemplates;
const letterKeys = Object.keys(letterTemplates) as LetterKey[];
/** Where a group is named nobody is asked to hand in, and nobody is turned down. */
const direct: readonly LetterKey[] = ['besichtigung', 'zusage'];
export const lettersOf = (kind: Kind): LetterKey[] => letterKeys.filter((key) => !isDirect(kind) || direct.includes(key));
const all: Record<LetterKey, LetterTemplate> = letterTemplates;
export const letterTemplateOf = (key: string): LetterTemplate | null => (Object.hasOwn(all, key) ? all[key as LetterKey] : null);
