import { momentText } from '#lib/text/berlin.ts';
import { germanDay } from '#lib/text/german.ts';

/** What facts and confidential values of a record are called, and how they read: for the public record and for the file alike. */

/** In the order in which readers get them. */
export const factNames: Readonly<Record<string, string>> = {
	...{ to: 'Stand danach', how: 'Wie', reason: 'Begründung', deadline: 'Frist', version: 'Fassung', round: 'Stufe', number: 'Nummer' },
	...{ concept: 'Konzept', concepts: 'Konzepte', groups: 'Gruppen', offers: 'Angebote', openers: 'Öffnende', unreadable: 'nicht lesbar' },
	...{
		admitted: 'zugelassen',
		excluded: 'ausgeschlossen',
		invited: 'eingeladen',
		reviews: 'Bewertungen',
		told: 'erinnert',
		counts: 'Stimmen zählen'
	},
	...{
		question: 'Frage',
		questions: 'Fragen',
		answer: 'Antwort',
		answers: 'Antworten',
		viewing: 'Termin',
		startsAt: 'Beginn',
		capacity: 'Plätze'
	},
	...{
		changes: 'Änderungen',
		part: 'Teil',
		where: 'Wo',
		what: 'Was',
		before: 'davor',
		after: 'danach',
		condition: 'Bedingung',
		place: 'Ort'
	},
	...{ turn: 'Anhandgabe Nummer', rank: 'Rang', from: 'von', until: 'bis', at: 'Zeitpunkt', on: 'Tag', dueOn: 'fällig am', title: 'Titel' },
	...{ extensions: 'Verlängerungen höchstens', count: 'Anzahl', feeCents: 'Entgelt in Cent', outcome: 'Ausgang', contract: 'Vertrag' },
	...{
		days: 'Tage je Stufe',
		hasPhoto: 'mit Foto',
		letters: 'Briefe',
		decision: 'Entscheidung',
		body: 'Entschieden hat',
		decidedOn: 'entschieden am'
	},
	...{ votesFor: 'Ja', votesAgainst: 'Nein', abstentions: 'Enthaltungen', withoutAward: 'ohne Zuschlag', objection: 'Nummer des Einwands' },
	...{
		effect: 'Folge',
		word: 'gerufenes Wort',
		seed: 'Ausgangswert des Loses',
		announced: 'Prüfwert der Ankündigung',
		repeats: 'wiederholt'
	},
	...{
		minutes: 'Niederschrift',
		declarations: 'Erklärungen',
		checks: 'Prüfungen',
		votes: 'Stimmen',
		review: 'Bewertung',
		scores: 'Punkte je Kriterium'
	},
	...{ memberId: 'Wer', members: 'Wer', conceptId: 'Konzept', conditionId: 'Bedingung', leafId: 'Kriterium', step: 'Schritt', kind: 'Art' },
	...{
		points: 'Punkte',
		confidence: 'Sicherheit',
		note: 'Notiz',
		isMet: 'Ergebnis',
		isChosen: 'ausgewählt',
		choices: 'Auswahl',
		leaves: 'Kriterien'
	},
	...{
		hiddenWords: 'verborgene Wörter',
		releasedFiles: 'freigegebene Dateien',
		fileId: 'Datei',
		files: 'Dateien',
		request: 'Nachforderung',
		asks: 'Was fehlt'
	},
	...{
		changeReason: 'Grund der Änderung',
		places: 'Plätze',
		parts: 'davon',
		recommendation: 'Empfehlung',
		dissent: 'andere Meinungen'
	},
	...{
		awarded: 'Zuschlag',
		reserves: 'Nachrückliste',
		reasons: 'Gründe',
		deviation: 'Abweichung',
		order: 'Reihenfolge',
		text: 'Text',
		holder: 'Wer das Haus hat'
	},
	...{ next: 'Wie es weitergeht', partner: 'Gruppe' },
	...{
		role: 'Aufgabe',
		replaced: 'an der Stelle einer anderen Person',
		by: 'von wem',
		name: 'Name',
		id: 'Kennung',
		price: 'Preis',
		offer: 'Angebot'
	},
	...{
		boxLength: 'Einträge im Eingang',
		call: 'Prüfwert des Aufrufs',
		boxHead: 'letzter Prüfwert des Eingangs',
		document: 'Prüfwert des Beschlusses'
	},
	...{ sha256: 'Prüfwert der Datei', entry: 'betrifft den Eintrag', entries: 'betrifft die Einträge', replaces: 'ersetzt den Eintrag' }
};

/** Words that stand for something, by the name of the fact. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	to: {
		...{
			open: 'veröffentlicht',
			closed: 'Abgabe beendet',
			precheck: 'Vorprüfung',
			scoring: 'Einzelbewertung',
			deliberation: 'Jurysitzung'
		},
		...{ recommended: 'Empfehlung steht', decided: 'entschieden', option: 'Anhandgabe', contract: 'Vertrag geschlossen' },
		...{ works: 'Umsetzung', done: 'in Nutzung', cancelled: 'aufgehoben' }
	},
	how: { returned: 'zurückgegeben', lapsed: 'ausgelaufen' },
	outcome: { met: 'gelungen', failed: 'nicht gelungen' },
	role: {
		...{ manager: 'leitet das Verfahren', pre_checker: 'prüft vor', juror: 'Jury', deputy: 'Vertretung' },
		...{ adviser: 'berät, ohne Stimme', clerk: 'Sitzungsdienst des Rates', opener: 'öffnet mit, sonst nichts' }
	},
	effect: { stands: 'Der Fehler ist behoben, die Entscheidung bleibt', anew: 'Es wird neu entschieden' },
	next: { procedure: 'ein Konzeptverfahren, das allen offensteht', direct: 'eine direkte Vermittlung an eine Gruppe' },
	part: { days: 'Tage', criteria: 'Kriterien' },
	isMet: { open: 'noch offen', met: 'erfüllt', missing: 'fehlt', failed: 'nicht erfüllt' },
	step: { precheck: 'Vorprüfung', scoring: 'Bewertung', deliberation: 'Jurysitzung', decision: 'Entscheidung' },
	kind: {
		...{ none: 'keine', family: 'Familie oder Haushalt', member: 'Mitglied der Gruppe oder ihres Vereins' },
		...{ business: 'geschäftlich oder als Arbeitgeber verbunden', adviser: 'hat die Gruppe beraten', rival: 'steht in Wettbewerb mit ihr' },
		other: 'etwas anderes'
	}
};

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** What an id or another code stands for, in the words of whoever may know; unchanged for everybody else. */
export type Say = (text: string) => string;
const asItIs: Say = (text) => text;

export const factName = (name: string, say: Say = asItIs): string => factNames[name] ?? say(name);

/** Of what is in a list of places, points are whole hundredths of 100. */
const inHundredths = new Set(['points', 'parts']);
const hundredths = (value: number): string => (value / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });

/** Readers get what belongs to one thing in the order of the names above; the database keeps none. */
const order = Object.keys(factNames);
export const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
const inOrder = (value: object): [string, unknown][] => Object.entries(value).toSorted(([a], [b]) => placeOf(a) - placeOf(b));

type Reading = { say: Say; /** What the value stands in. */ within: string };

function objectText(name: string, value: object, { say, within }: Reading): string {
	const inner = (key: string, one: unknown) =>
		name === 'parts' ? textOf('parts', one, { say, within }) : textOf(key, one, { say, within });
	return inOrder(value)
		.map(([key, one]) => `${factName(key, say)}: ${inner(key, one)}`)
		.join(', ');
}

function textOf(name: string, value: unknown, { say, within }: Reading): string {
	if (value === null || value === undefined || value === '') return 'keine Angabe';
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (typeof value === 'number') return within === 'places' && inHundredths.has(name) ? hundredths(value) : value.toLocaleString('de-DE');
	if (Array.isArray(value)) {
		const between = value.some((one) => typeof one === 'object') ? '; ' : ', ';
		return value.length ? value.map((one) => textOf(name, one, { say, within: name })).join(between) : 'keine';
	}
	if (typeof value === 'object') return objectText(name, value, { say, within });
	const text = String(value);
	if (isoMoment.test(text)) return momentText(new Date(text));
	if (isoDay.test(text)) return germanDay(text);
	return words[name]?.[text] ?? say(text);
}

/** Several things that are read one after the other, not in a row. */
export const isThings = (value: unknown): value is unknown[] =>
	Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'object');

/** Any value of a record as words: nothing is left out. */
export const factText = (name: string, value: unknown, say: Say = asItIs): string => textOf(name, value, { say, within: '' });
