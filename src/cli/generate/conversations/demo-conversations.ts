import type { ConversationState } from '#modules/conversations/conversation.ts';
import type { CastName } from '#testing/cast.ts';

/** A message: by whom, how many hours ago, the words, and what hangs on it. */
export type DemoWords = [by: CastName, ago: number, text: string, file?: 'picture' | 'list'];

export type DemoConversation = {
	/** The first of the two wrote first. */
	between: [CastName, CastName];
	/** What it is about and where that stands. */
	about: [title: string, address: string];
	state: ConversationState;
	words: DemoWords[];
	/** Who has not read from this message on. */
	unread?: [CastName, number];
	muted?: CastName;
	/** What the others see instead of the name, until the answer. */
	alias?: string;
	/** A message that the administration took out, and why. */
	hidden?: [number: number, reason: string];
	left?: CastName;
};

const werkstatt: DemoConversation['about'] = ['Offene Werkstatt und Café', '/gesuche/offene-werkstatt-und-cafe-angermuende'];
const bahnhof: DemoConversation['about'] = ['Bühne am Gleis', '/gesuche/buehne-am-gleis-fichtelgebirge'];

/** Invented people talk: answered, waiting, set aside, muted, ended, and once with something taken out. */
export const demoConversations: readonly DemoConversation[] = [
	{
		between: ['jonas', 'amira'],
		about: werkstatt,
		state: 'open',
		words: [
			[
				'jonas',
				190,
				'Wir haben euer Gesuch gelesen. Uns fehlt auch noch ein Haus, aber wir haben drei Winter Zwischennutzung hinter uns. Mögt ihr mal reden, was dabei schiefgehen kann?'
			],
			['amira', 168, 'Sehr gern! Am meisten fürchten wir die Heizung. Wie habt ihr das gelöst?'],
			[
				'jonas',
				166,
				'Gar nicht. Zwei Öfen, ein Brandschutz, der uns fast gekippt hätte, und am Ende ein Nachbar mit Hackschnitzeln.\n\nIch hänge euch unsere Liste an, was wir den Winter über gebraucht haben.',
				'list'
			],
			['amira', 96, 'Danke, das hilft wirklich. So sieht der Hof aus, den wir uns am Samstag ansehen:', 'picture'],
			[
				'jonas',
				5,
				'Schöner Hof. Fragt nach dem Dach, bevor ihr nach der Miete fragt. Soll ich am Samstag mitkommen? Ich wäre eh in der Gegend.'
			]
		],
		unread: ['amira', 5]
	},
	{
		between: ['mara', 'amira'],
		about: werkstatt,
		alias: 'Werkhof Uckermark',
		state: 'asked',
		words: [
			[
				'mara',
				20,
				'Guten Tag, ich koordiniere ein Bündnis für leere Innenstädte. Im Frühjahr stellen sich bei uns fünf Werkstätten vor. Hätte Ihre Gruppe Lust auf zwanzig Minuten?'
			]
		],
		unread: ['amira', 1]
	},
	{
		between: ['ines', 'amira'],
		about: werkstatt,
		state: 'open',
		words: [
			[
				'ines',
				240,
				'Guten Tag, hier schreibt die Stadt Angermünde. Für Ihr Gesuch käme vielleicht das alte Sägewerk in Frage, es ist noch nicht veröffentlicht. Hätten Sie Interesse an einem Gespräch im Rathaus?'
			],
			['amira', 222, 'Ja, unbedingt! Dienstags und donnerstags können immer zwei von uns.'],
			['ines', 200, 'Dann Donnerstag um 15 Uhr, Zimmer 12. Bitte bringen Sie mit, was Sie an Strom brauchen.']
		]
	},
	{
		between: ['friedrich', 'jonas'],
		about: bahnhof,
		state: 'open',
		words: [
			[
				'friedrich',
				400,
				'Oberfranken ist weit von hier, ich weiß. Aber falls Sie je an die Schwarze Elster wollen: Unser Kino steht leer, mit Bühne.'
			],
			['jonas', 380, 'Verlockend. Wir sprechen in der Gruppe darüber und melden uns im Januar.']
		],
		muted: 'jonas'
	},
	{
		between: ['katrin', 'jonas'],
		about: bahnhof,
		alias: 'Kollektiv Kulturbahnhof',
		state: 'set_aside',
		words: [['katrin', 300, 'Wir suchen für ein Stadtfest im Juni ein Ensemble. Könnten Sie uns ein Angebot schicken?']]
	},
	{
		between: ['mara', 'jonas'],
		about: bahnhof,
		state: 'ended',
		words: [
			['mara', 700, 'Darf ich Sie für unseren Rundbrief befragen?'],
			['jonas', 690, 'Das war schon die dritte Anfrage, ihr seid doch alle …'],
			['mara', 688, 'Dann lasse ich Sie in Ruhe. Alles Gute für die Suche!']
		],
		hidden: [2, 'Die Nachricht beleidigte andere.'],
		left: 'mara'
	}
];
