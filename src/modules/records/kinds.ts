import type { Entry, Json } from './entry.ts';
import { kinds as procedures } from './kinds/procedures.ts';
import { momentText } from '#lib/text/berlin.ts';

/** What readers read of an entry. A kind that is missing here verifies all the same and is shown by its name. */
const kinds: Readonly<Record<string, string>> = { ...procedures };

export const kindText = (kind: string): string => kinds[kind] ?? kind;

const factNames: Readonly<Record<string, string>> = {
	call: 'Prüfwert des Aufrufs',
	version: 'Fassung',
	deadline: 'Frist',
	to: 'Stand danach',
	reason: 'Begründung',
	round: 'Stufe',
	boxLength: 'Einträge im Eingang',
	boxHead: 'Letzter Prüfwert des Eingangs',
	concept: 'Kennung des Konzepts',
	number: 'Nummer des Konzepts',
	entry: 'betrifft den Eintrag',
	replaces: 'ersetzt den Eintrag',
	concepts: 'Anzahl der Konzepte',
	groups: 'Gruppen',
	openers: 'Öffnende',
	offers: 'Angebote',
	letters: 'Briefe',
	unreadable: 'nicht lesbar',
	decision: 'Entscheidung',
	decidedOn: 'entschieden am',
	document: 'Prüfwert des Beschlusses',
	objection: 'Nummer des Einwands'
};

const stateNames: Readonly<Record<string, string>> = {
	open: 'veröffentlicht',
	closed: 'Abgabe beendet',
	precheck: 'Vorprüfung',
	scoring: 'Einzelbewertung',
	deliberation: 'Jurysitzung',
	recommended: 'Empfehlung steht',
	decided: 'entschieden',
	option: 'Anhandgabe',
	contract: 'Vertrag geschlossen',
	works: 'Umsetzung',
	done: 'in Nutzung',
	cancelled: 'aufgehoben'
};

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const isId = /^([0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22})$/;

function valueText(name: string, value: Json): string {
	if (value === null) return 'keine Angabe';
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (typeof value === 'number') return value.toLocaleString('de-DE');
	if (typeof value !== 'string') return JSON.stringify(value);
	if (isoMoment.test(value)) return momentText(new Date(value));
	return (name === 'to' && stateNames[value]) || value;
}

/** `isCode`: nothing to read, only to compare. */
export type ReadFact = { name: string; text: string; isCode: boolean };

/** The facts of an entry in words; a name that is not known here is shown as it is. */
export const factsOf = ({ facts }: Pick<Entry, 'facts'>): ReadFact[] =>
	Object.entries(facts).map(([name, value]) => ({
		name: factNames[name] ?? name,
		text: valueText(name, value),
		isCode: typeof value === 'string' && isId.test(value)
	}));
