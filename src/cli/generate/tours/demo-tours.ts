import { cast } from '#testing/cast.ts';
import type { GuestState } from '#lib/guests.ts';
import type { ViewingState } from '#modules/cases/viewing.ts';
import type { Consent, InterestState, Rating } from '#modules/tours/stop.ts';

type Person = { name: string; id?: string; email?: string };
/** `house`: how many-th of the houses near the town hall, 0 first; without it a free stop. */
export type DemoStop = {
	house?: number;
	/** One that is in the register only. */
	isHidden?: true;
	title?: string;
	at?: [lat: number, lon: number];
	minutes: number;
	words?: [forAll: string, forGuests: string, forUs: string];
	consent: Consent;
	asked?: [whom: string, daysAgo: number];
};
/** An invented walk, in days from today; negative numbers lie behind. */
export type DemoTour = {
	title: string;
	inDays: number;
	state: ViewingState;
	capacity: number;
	place: string;
	note: string;
	guides: string;
	lesson?: string;
	walkIns?: number;
	stops: DemoStop[];
	guests: [Person, people: number, GuestState, came: boolean | null][];
	/** Number of the stop, who, what they said, and what became of it. */
	interests: [number, Person, string, InterestState][];
	feedback: [Person, Rating, string][];
};

const amira = { name: cast.amira.name, id: cast.amira.id, email: cast.amira.email };
const jonas = { name: cast.jonas.name, id: cast.jonas.id, email: cast.jonas.email };
const mara = { name: cast.mara.name, id: cast.mara.id, email: cast.mara.email };

const townHall: DemoStop = {
	...{ title: 'Rathaus, Treffpunkt', at: [53.01497, 14.00104], minutes: 10, consent: 'not_needed' },
	words: ['Wir warten bis zehn nach. Danach sind wir am Telefon der Stadt zu erreichen.', 'Im Foyer gibt es Tee.', '']
};

export const demoTours: DemoTour[] = [
	{
		...{ title: 'Leerstandsspaziergang durch die Altstadt', inDays: 16, state: 'planned', capacity: 15 },
		...{ place: 'Rathaus, Markt 24, am Haupteingang', guides: 'Ines Krüger, Stadtverwaltung, und der Heimatverein' },
		note: 'Feste Schuhe und eine Taschenlampe. Zwei Häuser haben Stufen am Eingang, von außen sieht man alles.',
		stops: [
			townHall,
			{
				...{ house: 0, minutes: 20, consent: 'granted', asked: ['Frau Albrecht, Eigentümerin, am Telefon', 4] },
				words: [
					'Seit elf Jahren ohne Licht, das Dach ist dicht. Wir gehen hinein.',
					'Der Eingang ist im Hof, links neben der Linde.',
					'Schlüssel liegt im Bauamt, Zimmer 12. Die Treppe zum Keller bleibt zu.'
				]
			},
			{
				...{ house: 1, minutes: 15, consent: 'asked', asked: ['Erbengemeinschaft, per Brief', 6] },
				words: ['Wir schauen zuerst von der Straße, vielleicht auch hinein.', '', 'Nicht nach dem Bruder fragen.']
			},
			{
				isHidden: true,
				minutes: 15,
				consent: 'open',
				words: ['', '', 'Noch nicht veröffentlicht: Der Eigentümer möchte erst Leute kennenlernen.']
			},
			{ house: 2, minutes: 15, consent: 'refused', asked: ['Hausverwaltung Nord', 2], words: ['Die Fassade erzählt genug.', '', ''] }
		],
		guests: [
			[amira, 3, 'coming', null],
			[mara, 1, 'coming', null]
		],
		...{ interests: [], feedback: [] }
	},
	{
		...{ title: 'Zwei Häuser, ein Nachmittag', inDays: -41, state: 'held', capacity: 8, walkIns: 4 },
		...{ place: 'Marktbrunnen', guides: 'Stadtmarketing Angermünde', note: 'Kinder sind willkommen.' },
		lesson: 'Am zweiten Haus hätten alle gern länger geschaut. Nächstes Mal ein Halt weniger, und Kaffee am Ende.',
		stops: [
			{ ...townHall, title: 'Marktbrunnen, Treffpunkt', at: [53.01535, 14.00051] },
			{
				house: 1,
				minutes: 20,
				consent: 'granted',
				asked: ['Erbengemeinschaft', 50],
				words: ['Zwei Eingänge, ein großer Raum zur Straße.', '', '']
			},
			{ house: 3, minutes: 20, consent: 'not_needed', words: ['Der Boden ist neu, der Strom auch.', '', ''] }
		],
		guests: [
			[amira, 2, 'coming', true],
			[jonas, 1, 'coming', false],
			[mara, 1, 'waiting', true]
		],
		interests: [
			[1, amira, 'Werkstatt vorn, Lager hinten. Wir würden klein anfangen.', 'followed'],
			[1, { name: 'Familie Tietz', email: 'tietz@post.example' }, 'Ein Café an den Wochenenden', 'noted'],
			[2, mara, '', 'noted'],
			[2, { name: 'Herr Ulrich' }, 'Nur aus Neugier', 'dropped']
		],
		feedback: [
			[amira, 'good', 'Endlich einmal hineinsehen, statt Pläne zu lesen.'],
			[mara, 'mixed', 'Für zwei Häuser war die Zeit zu kurz.']
		]
	}
];
