import { criteriaSet, setFormat, setVersion, type CriteriaFile, type CriteriaSet } from './criteria-set.ts';
import type { Evidence, Level } from './criteria.ts';

/**
 * Sets to begin with, in our own words. What is known of a place is said as a fact with its source; where a place gives no weights, the weights are ours
 * and said to be so.
 */
export type Template = {
	key: string;
	title: string;
	lead: string;
	facts: string[];
	ours: string;
	sources: { text: string; href?: string }[];
	set: CriteriaSet;
};

type Row = [title: string, percent: number, description: string, evidence: Evidence[], levels?: Level[]];
const scale = (...texts: [none: string, some: string, good: string, full: string]): Level[] =>
	texts.map((text, points) => ({ points, text }));
const plain = scale(
	'Dazu steht nichts da, oder es widerspricht den Zielen.',
	'Die Absicht ist genannt, der Weg dorthin fehlt.',
	'Der Weg ist beschrieben und für dieses Haus schlüssig, einzelne Fragen sind offen.',
	'Schlüssig bis zum Betrieb, mit Belegen, und die Gruppe kann es nach dem, was sie zeigt, leisten.'
);
const firm = scale(
	'Kosten oder Einnahmen fehlen.',
	'Zahlen liegen vor, gehen aber nicht auf oder sind nicht hergeleitet.',
	'Die Zahlen gehen auf und sind hergeleitet; die Finanzierung ist noch nicht belegt.',
	'Die Zahlen gehen auf, sind hergeleitet, und die Finanzierung ist durch Schreiben belegt.'
);
const open = scale(
	'Das Haus bleibt denen vorbehalten, die es nutzen.',
	'Einzelne Veranstaltungen sind für alle offen.',
	'Ein Teil des Hauses ist regelmäßig für alle offen, Zeiten sind genannt.',
	'Das Haus ist an den meisten Tagen offen, auch für Menschen mit wenig Geld und für Gruppen aus dem Ort.'
);
const named = {
	eligibility: [
		{ title: 'Ansprechperson und Vertretung', description: 'Zwei Menschen, die für die Gruppe sprechen.', evidence: ['group' as const] },
		{
			title: 'Rechtsform oder Absicht',
			description: 'Eine Gründung bis zum Ende der Anhandgabe genügt.',
			evidence: ['legal_form' as const]
		},
		{ title: 'Skizze', description: 'Was entstehen soll, auf höchstens zwei Seiten.', evidence: ['sketch' as const] }
	]
};

const setOf = (title: string, source: string, areas: [title: string, rows: Row[]][]): CriteriaSet =>
	criteriaSet.parse({
		...{ format: setFormat, version: setVersion, title, source, ...named },
		areas: areas.map(([title, rows]) => ({
			title,
			criteria: rows.map(([title, weight, description, evidence, levels = plain]) => ({ title, weight, description, evidence, levels }))
		}))
	} satisfies CriteriaFile);

const smallTown: Template = {
	key: 'kleine-stadt',
	title: 'Ein Haus in einer kleinen Stadt',
	lead: 'Acht Kriterien, fester Preis. Für Gasthof, Schule oder Bahnhof, wenn der Ort wieder zusammenkommen soll.',
	facts: ['Leitfäden raten kleinen Kommunen zu wenigen Kriterien, festem Preis und einer niedrigen ersten Hürde.'],
	ours: 'Auswahl, Worte, Stufen und Gewichte sind unser Vorschlag.',
	sources: [
		{ text: 'Wissensplattform für Zukunftsorte: Vergabeprozess', href: 'https://wissen.zukunftsorte.land' },
		{ text: 'Dezentrale Sachsen: Konzeptverfahren', href: 'https://www.dezentrale-sachsen.de/konzeptverfahren' }
	],
	set: setOf('Ein Haus in einer kleinen Stadt', 'Vorlage Gestaltungsraum', [
		[
			'Was im Haus geschieht',
			[
				['Nutzen für den Ort', 20, 'Was gibt es danach, das heute fehlt, und für wen?', ['use_concept']],
				['Offenheit für die Nachbarschaft', 15, 'Wer darf wann hinein?', ['use_concept', 'participation'], open],
				['Passung zum Haus', 10, 'Welche Räume werden wofür genutzt, und was muss dafür umgebaut werden?', ['use_concept', 'building']]
			]
		],
		[
			'Wer es trägt',
			[
				['Die Gruppe und was sie kann', 15, 'Wer tut was, wer springt ein, was wurde schon geschafft?', ['group', 'references']],
				['Betrieb im Alltag', 10, 'Öffnungszeiten, Verantwortung, Pflege in fünf Jahren.', ['operation']]
			]
		],
		[
			'Wie es geht',
			[
				['Kosten und Finanzierung', 15, 'Bau, Betrieb, Miete, Rücklagen.', ['costs'], firm],
				['Umgang mit Haus und Denkmal', 10, 'Was bleibt, was wird erneuert, in welchen Schritten?', ['building', 'heritage']],
				['Energie und Wege', 5, 'Wärme, Strom, Anreise ohne Auto.', ['energy']]
			]
		]
	])
};

const hamburg: Template = {
	key: 'hamburg',
	title: 'Konzept 70, Preis 30',
	lead: 'Für Verkäufe, bei denen der Preis mitzählen soll. Der Preis liegt in einem zweiten Umschlag.',
	facts: [
		'Hamburg wertet im Geschosswohnungsbau das Konzept mit 70 und den Preis mit 30 Prozent: 700 und 300 von 1.000 Punkten.',
		'Bei gleicher Punktzahl entscheidet dort der höhere Preis.',
		'Für Baugemeinschaften gilt ein fester Preis.'
	],
	ours: 'Aufteilung der Kriterien innerhalb des Konzepts, Worte und Stufen sind unser Vorschlag. Den Anteil des Preises tragen Sie im Überblick ein.',
	sources: [{ text: 'Landesbetrieb Immobilienmanagement und Grundvermögen, Hamburg: Konzeptausschreibungen' }, { text: 'DW, Heft 7/2019' }],
	set: setOf('Konzept 70, Preis 30', 'nach Hamburg, eigene Worte', [
		[
			'Nutzung',
			[
				[
					'Wohnen und Arbeiten für verschiedene Menschen',
					25,
					'Wer wird hier leben und arbeiten, zu welchen Mieten?',
					['use_concept', 'rent_sheet']
				],
				['Beitrag zum Quartier', 20, 'Erdgeschoss, Treffpunkte, Angebote.', ['use_concept'], open]
			]
		],
		[
			'Bau',
			[
				['Städtebau und Gestalt', 25, 'Wie fügt sich das Haus ein, was wird aus dem Hof?', ['drawings', 'building']],
				['Energie, Baustoffe, Wege', 20, 'Wärme, Kreislauf, Anreise.', ['energy']]
			]
		],
		['Umsetzung', [['Zeit und Geld', 10, 'Ist der Weg bis zum Einzug schlüssig?', ['schedule', 'costs'], firm]]]
	])
};

const tuebingen: Template = {
	key: 'tuebingen',
	title: 'Sieben Kriterien, fester Preis',
	lead: 'Drei allgemeine Kriterien und vier zu Haus und Nutzung. Verkauft wird erst, wenn der Plan genehmigungsreif ist.',
	facts: [
		'Tübingen vergibt zum festen Preis nach sieben Kriterien, drei allgemeinen und vier zu Gebäude und Nutzung, mit Vorrang 1 bis 3 statt Prozenten.',
		'Nicht jedes Kriterium muss erfüllt sein; Ankergrundstücke haben eigene.',
		'Zuerst gibt es eine Option von sechs bis zehn Monaten, mit einem Gespräch zum Stand nach vier.'
	],
	ours: 'Tübingen nennt keine Prozente: Vorrang 1 haben wir mit 20, Vorrang 2 mit 15, Vorrang 3 mit 10 übersetzt. Welches Kriterium welchen Vorrang hat, Worte und Stufen sind unser Vorschlag.',
	sources: [
		{ text: 'Universitätsstadt Tübingen: Vergabekriterien', href: 'https://www.tuebingen.de/hen/29187' },
		{ text: 'Universitätsstadt Tübingen: Option und Kaufvertrag', href: 'https://www.tuebingen.de/mar/29201/29218' }
	],
	set: setOf('Sieben Kriterien, fester Preis', 'nach Tübingen, eigene Worte', [
		[
			'Allgemein',
			[
				['Beitrag zum Quartier', 20, 'Was bekommt die Nachbarschaft?', ['use_concept'], open],
				['Mischung', 15, 'Wer kommt zusammen, nach Alter, Geld und Herkunft?', ['use_concept', 'group']],
				['Machbarkeit', 15, 'Gruppe, Geld und Zeit.', ['group', 'costs', 'schedule'], firm]
			]
		],
		[
			'Gebäude und Nutzung',
			[
				['Wohnen, das bezahlbar bleibt', 15, 'Mieten und wie lange sie gelten.', ['rent_sheet']],
				['Gewerbe und Kultur im Erdgeschoss', 15, 'Was belebt die Straße?', ['use_concept']],
				['Gestalt', 10, 'Wie sieht es von außen aus?', ['drawings']],
				['Energie und Klima', 10, 'Was geht über das Gesetz hinaus?', ['energy']]
			]
		]
	])
};

const leipzig: Template = {
	key: 'leipzig',
	title: 'Erbbaurecht für gemeinschaftliche Gruppen',
	lead: 'Der Boden bleibt bei der Stadt, der Zins steht fest, die Kriterien entscheiden.',
	facts: [
		'Leipzig vergibt im Erbbaurecht auf 99 Jahre, 2017 mit vier, 2020 und 2021 mit zweieinhalb Prozent.',
		'Der Beschluss hatte vier Anlagen: Kriterien, Muster-Exposé, Formular, Dokumentation der Beteiligung.',
		'Wo die Anforderungen zu hoch waren, blieben Bewerbungen aus; danach wurden die Kriterien an die Größe des Grundstücks angepasst.'
	],
	ours: 'Kriterien, Worte, Stufen und Gewichte sind unser Vorschlag.',
	sources: [
		{ text: 'Stadt Leipzig, Ratsinformation: VI-DS-08052' },
		{ text: 'Netzwerk Leipziger Freiheit: Fragen und Antworten zum Konzeptverfahren', href: 'https://netzwerk-leipziger-freiheit.de' }
	],
	set: setOf('Erbbaurecht für gemeinschaftliche Gruppen', 'nach Leipzig, eigene Worte', [
		[
			'Wohnen und Nachbarschaft',
			[
				['Bezahlbar auf Dauer', 25, 'Mieten am Anfang und in zehn Jahren, Belegung.', ['rent_sheet']],
				['Gemeinschaft und Selbstverwaltung', 20, 'Wer entscheidet, wer zieht ein?', ['group', 'legal_form']],
				['Offen zum Viertel', 15, 'Räume und Angebote für andere.', ['use_concept'], open]
			]
		],
		[
			'Haus und Geld',
			[
				['Umgang mit dem Bestand', 15, 'Was bleibt stehen?', ['building']],
				['Energie und Wege', 10, 'Wärme, Strom, Anreise.', ['energy']],
				['Finanzierung', 15, 'Geht es mit dem Erbbauzins auf?', ['costs', 'bank_letter'], firm]
			]
		]
	])
};

const roomGrant: Template = {
	key: 'raumstipendium',
	title: 'Raumstipendium',
	lead: 'Vier Kriterien für Räume auf Zeit. Zwei Seiten genügen.',
	facts: [
		'Raumstipendien geben Räume auf Zeit gegen eine Pauschale und einen Beitrag für den Ort. Gefragt wird nach Vorstellung, Angebot, Zusammenarbeit und Wunsch.'
	],
	ours: 'Worte, Stufen und Gewichte sind unser Vorschlag.',
	sources: [{ text: 'Aufrufe von Raumstipendien in Netzwerken ländlicher Orte' }],
	set: setOf('Raumstipendium', 'Vorlage Gestaltungsraum', [
		[
			'Für den Ort',
			[
				['Angebot an die Menschen hier', 35, 'Was bringt Ihr mit, für wen, wie oft?', ['sketch'], open],
				['Zusammenarbeit', 25, 'Mit wem im Ort und im Haus?', ['sketch']]
			]
		],
		[
			'Für die Räume',
			[
				['Passung zu den Räumen', 20, 'Warum diese Räume?', ['sketch']],
				['Ihr und Eure Arbeit', 20, 'Was habt Ihr bisher gemacht?', ['group']]
			]
		]
	])
};

export const templates: readonly Template[] = [smallTown, tuebingen, leipzig, hamburg, roomGrant];
export const templateOf = (key: string): Template | undefined => templates.find((one) => one.key === key);
