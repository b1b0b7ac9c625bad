import type { Entry, Json } from './entry.ts';
import { kinds as awards } from './kinds/awards.ts';
import { kinds as concepts } from './kinds/concepts.ts';
import { kinds as judging } from './kinds/judging.ts';
import { kinds as options } from './kinds/options.ts';
import { kinds as procedures } from './kinds/procedures.ts';
import { kinds as publication } from './kinds/publication.ts';
import { momentText } from '#lib/text/berlin.ts';

/** What readers read of an entry. A kind that is missing here verifies all the same and is shown by its name. */
const kinds: Readonly<Record<string, string>> = { ...procedures, ...publication, ...concepts, ...judging, ...awards, ...options };

export const kindText = (kind: string): string => kinds[kind] ?? kind;

const factNames: Readonly<Record<string, string>> = {
	to: 'Stand danach',
	reason: 'Begründung',
	deadline: 'Frist',
	version: 'Fassung',
	round: 'Stufe',
	number: 'Nummer des Konzepts',
	concept: 'Konzept',
	concepts: 'Konzepte',
	groups: 'Gruppen',
	offers: 'Angebote',
	openers: 'Öffnende',
	letters: 'Briefe',
	unreadable: 'nicht lesbar',
	decision: 'Entscheidung',
	decidedOn: 'entschieden am',
	objection: 'Nummer des Einwands',
	boxLength: 'Einträge im Eingang',
	call: 'Prüfwert des Aufrufs',
	boxHead: 'letzter Prüfwert des Eingangs',
	document: 'Prüfwert des Beschlusses',
	entry: 'betrifft den Eintrag',
	entries: 'betrifft die Einträge',
	replaces: 'ersetzt den Eintrag'
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

/** The database keeps no order of facts; readers get the one above, codes last. */
const order = Object.keys(factNames);
const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** `isCode`: nothing to read, only to compare. */
export type ReadFact = { name: string; text: string; isCode: boolean };

/** The facts of an entry in words; a name that is not known here is shown as it is. */
export const factsOf = ({ facts }: Pick<Entry, 'facts'>): ReadFact[] =>
	Object.entries(facts)
		.toSorted(([a], [b]) => placeOf(a) - placeOf(b))
		.map(([name, value]) => ({
			name: factNames[name] ?? name,
			text: valueText(name, value),
			isCode: typeof value === 'string' && isId.test(value)
		}));
