import { blankCriterion, type Criterion, type Indicator } from '#modules/places/criteria.ts';

const number = (key: string, label: string, unit: string): Indicator => ({ key, label, unit, kind: 'number' });
const share = (key: string, label: string): Indicator => ({ key, label, unit: '%', kind: 'share' });
const text = (key: string, label: string): Indicator => ({ key, label, unit: '', kind: 'text' });

/** What comes before all criteria. */
export const attitude =
	'Wir stehen für die freiheitliche demokratische Grundordnung ein, im Haus und davor. Bei uns ist willkommen, wer das teilt; wer Menschen ausgrenzt, bekommt hier keine Bühne.';

/** Nine numbers, as far as they are known, in words of our own. 4, 5 and 7 stay empty: their network has to write them. */
export const criteria: Criterion[] = [
	{
		...{ number: 1, title: 'Standort', obligation: 'must' },
		question: 'Liegt der Ort dort, wo Häuser leer stehen und Wege lang sind?',
		categories: [
			{
				...{ code: '1.1', title: 'Ländlich oder strukturschwach' },
				definition: 'Der Ort liegt auf dem Land oder in einer Gegend, der Menschen, Läden oder Arbeit verloren gegangen sind.',
				effect: 'Licht brennt dort, wo es fehlt.',
				indicators: []
			}
		]
	},
	{
		...{ number: 2, title: 'Nutzung von Bestand', obligation: 'must' },
		question: 'Lebt hier ein Haus weiter, statt dass ein neues gebaut wird?',
		categories: [
			{
				...{ code: '2.1', title: 'Wieder genutzte Gebäude' },
				definition: 'Der größere Teil der genutzten Fläche liegt in Häusern, die schon da waren.',
				effect: 'Weniger Fläche, weniger Abriss, mehr Erinnerung.',
				indicators: [
					share('2.1-anteil-bestand', 'Anteil der Nutzfläche im wieder genutzten Bestand'),
					number('2.1-denkmale', 'Denkmalgeschützte Gebäude', 'Gebäude')
				]
			}
		]
	},
	{
		...{ number: 3, title: 'Wohnen', obligation: 'should' },
		question: 'Sind Menschen da, auch abends und im Winter?',
		categories: [
			{
				...{ code: '3.1', title: 'Wohnen in der Nähe' },
				definition: 'Die meisten der Gruppe leben mindestens die halbe Woche hier oder höchstens fünfzehn Kilometer entfernt.',
				effect: 'Wer hier wohnt, kümmert sich.',
				indicators: [share('3.1-anteil-nah', 'Anteil der Gruppe, der vor Ort oder nah wohnt')]
			},
			{
				...{ code: '3.2', title: 'Neuer Wohnraum' },
				definition: 'Im Haus ist Wohnraum entstanden, am liebsten gemeinschaftlich oder in neuen Formen.',
				effect: 'Menschen können bleiben oder kommen.',
				indicators: [number('3.2-bewohner', 'Menschen, die hier wohnen', 'Menschen')]
			}
		]
	},
	blankCriterion(4),
	blankCriterion(5),
	{
		...{ number: 6, title: 'Offene Treffpunkte und Angebote', obligation: 'should' },
		question: 'Ist die Tür auch für die offen, die nicht dazugehören?',
		categories: [
			{
				...{ code: '6.1', title: 'Offene Angebote' },
				definition: 'Es gibt regelmäßig etwas, zu dem alle kommen können, mit und ohne Geld.',
				effect: 'Begegnung über den eigenen Kreis hinaus.',
				indicators: [
					number('6.1-veranstaltungen', 'Öffentliche Veranstaltungen im Jahr', 'Veranstaltungen'),
					number('6.1-teilnahmen', 'Teilnahmen in zwölf Monaten', 'Teilnahmen'),
					share('6.1-anteil-nachbarschaft', 'Anteil der Gäste aus der Nachbarschaft'),
					text('6.1-vielfalt', 'Wer kommt, und wer fehlt?')
				]
			},
			{
				...{ code: '6.2', title: 'Offener Treffpunkt' },
				definition: 'Es gibt einen Raum, in dem man ohne Anlass und ohne Verzehr sitzen darf.',
				effect: 'Ein dritter Ort zwischen Wohnung und Arbeit.',
				indicators: []
			}
		]
	},
	blankCriterion(7),
	{
		...{ number: 8, title: 'Demokratie und Zusammenhalt', obligation: 'should' },
		question: 'Mischt sich der Ort ein, und lässt er andere mitmachen?',
		categories: [
			{
				...{ code: '8.1', title: 'Politisches Engagement' },
				definition: 'Menschen vom Ort wirken in Gemeinderat, Kreistag, Ausschüssen oder anderen Gremien mit.',
				effect: 'Das Haus redet mit, wo entschieden wird.',
				indicators: [number('8.1-mandate', 'Menschen in Räten und Gremien', 'Menschen')]
			},
			{
				...{ code: '8.2', title: 'Verbunden mit der Nachbarschaft' },
				definition: 'Menschen außerhalb der Kerngruppe haben in zwölf Monaten mehr als einmal mitgearbeitet.',
				effect: 'Aus Gästen werden Beteiligte.',
				indicators: [number('8.2-mitwirkende', 'Mitwirkende außerhalb der Kerngruppe', 'Menschen')]
			}
		]
	},
	{
		...{ number: 9, title: 'Struktur für das Gemeinwohl', obligation: 'should' },
		question: 'Bleibt das Haus, was es ist, auch wenn die Gruppe wechselt?',
		categories: [
			{
				...{ code: '9.1', title: 'Eigentum, das niemand verkauft' },
				definition: 'Stiftung, Bodenstiftung, Genossenschaft, Erbbaurecht, Mietshäuser Syndikat oder eine andere gemeinsame Form.',
				effect: 'Das Haus ist der Spekulation entzogen.',
				indicators: [text('9.1-form', 'Form des Eigentums')]
			},
			{
				...{ code: '9.2', title: 'Füreinander sorgen' },
				definition: 'Die Gruppe hat Verabredungen, wie sie für ihre Leute und den Ort sorgt, auch wenn es schwer wird.',
				effect: 'Niemand brennt aus, und niemand fällt heraus.',
				indicators: []
			}
		]
	}
];
