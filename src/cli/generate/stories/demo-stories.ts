import type { Actor } from '#modules/people/actor.ts';
import type { PropertyType, Use } from '#modules/properties/vocabulary.ts';
import { cast } from '#testing/cast.ts';

/** An invented story. `of`: the title of its case; `place`: the address word of what it became. */
export type DemoStory = {
	of: string;
	place?: string;
	title: string;
	lead: string;
	text: string;
	lesson: string;
	use: Use;
	propertyType: PropertyType;
	turns: [hurdle: string, solution: string][];
	voice?: { said: string; name: string; role: string };
	isDraft?: true;
	agoDays: number;
};

export const demoStories: (DemoStory & { by: Actor })[] = [
	{
		...{
			of: 'Sommerbühne im Kornspeicher',
			by: cast.ines,
			agoDays: 52,
			use: 'stage_culture',
			propertyType: 'barn_stable',
			place: 'werkhof-angermuende'
		},
		title: 'Ein Sommer auf Probe im Kornspeicher',
		lead: 'Zwei Abende im Juli, hundert Klappstühle und offene Tore: Aus einer Probe wurde der Wunsch, zu bleiben.',
		text: [
			'Im Februar rief eine Gruppe an, die einen Saal suchte, nur für einen Sommer. Der Speicher stand seit neun Jahren leer, und niemand wusste, wer den Schlüssel hat.',
			'Wir haben zuerst gefragt, was ohne Bauantrag geht. Mehr als gedacht: Bleiben die Tore offen und kommen nicht mehr als hundert Menschen, genügt eine Anzeige. Die Feuerwehr kam selbst vorbei und blieb zur Generalprobe.',
			'Gekostet hat es 1.900 Euro, die meisten für Strom und Toiletten. Nach dem zweiten Abend fragten drei Nachbarinnen, ob man helfen kann.'
		].join('\n\n'),
		lesson:
			'Mit zwei Abenden anfangen statt mit einem Konzept für zehn Jahre. Und den Brandschutz vor dem ersten Probentag klären, nicht danach.',
		turns: [
			[
				'Für einen Saal hätte es einen Bauantrag gebraucht.',
				'Tore offen lassen und höchstens hundert Menschen: Dann genügte eine Anzeige beim Bauamt.'
			],
			[
				'Zu spät gefragt: Die erste Probe mussten wir absagen, weil der zweite Rettungsweg fehlte.',
				'Die Feuerwehr schlug eine Außentreppe auf Zeit vor, geliehen vom Bauhof. Beim nächsten Mal fragen wir zuerst dort.'
			]
		],
		voice: {
			said: 'Ich habe neun Jahre lang nur den Schlüssel verwaltet. In diesem Sommer habe ich zum ersten Mal aufgeschlossen.',
			name: 'Bernd Faustmann',
			role: 'Hausmeister (Beispiel)'
		}
	},
	{
		...{ of: 'Alter Konsum am Markt', by: cast.friedrich, agoDays: 80, use: 'regional_supply', propertyType: 'shop' },
		title: 'Der alte Konsum: warum es diesmal nichts wurde',
		lead: 'Eine Gruppe war da, das Geld fast auch. Gescheitert ist es daran, dass wir zu schnell waren.',
		text: [
			'Die Eigentümerin wollte hören, was möglich wäre. Wir kamen mit einer Gruppe, einem Plan und einer Frist für die Förderung, alles beim ersten Gespräch.',
			'Danach hat sie sich nicht mehr gemeldet. Beim Nachfragen, vier Wochen später, sagte sie: Es sei zu viel auf einmal gewesen. Sie hänge an dem Haus, und niemand habe gefragt, was es ihr bedeutet.'
		].join('\n\n'),
		lesson: 'Der Zeitpunkt war falsch, nicht die Idee. Beim ersten Gespräch zuhören und nichts mitbringen.',
		turns: [
			['Wir haben eine Förderfrist zum Maß gemacht, nicht die Eigentümerin.', 'Heute sagen wir Fristen erst, wenn jemand danach fragt.'],
			['Die Gruppe saß beim ersten Gespräch mit am Tisch.', 'Zuerst kommt nur eine Person, die auch die Nachbarschaft kennt.']
		]
	},
	{
		...{ of: 'Atelier im alten Amt', by: cast.ines, agoDays: 6, use: 'studio_atelier', propertyType: 'office', isDraft: true },
		title: 'Ton, Strom und ein langer Flur',
		lead: 'Zwei Keramikerinnen suchten Starkstrom und fanden ihn im alten Amt.',
		text: 'Der Flur war das Argument: So viel Regal hat kein Laden.',
		lesson: 'Eine Monatsmiete weniger am Anfang half mehr als jede Förderung.',
		turns: []
	}
];
