import { steps, type DemoAdmission, type DemoVote } from './demo-admission.ts';

const unanimous: DemoVote[] = [
	{ name: 'Friedrich Nowak', choice: 'yes', reason: 'Die wollen wirklich, und sie haben schon angefangen.' },
	{ name: 'Sabine Wolter', choice: 'yes', reason: 'Passt zu uns, und die Region hat noch gefehlt.' },
	{ name: 'Jörg Petzold', choice: 'yes', reason: 'Gute Fragen gestellt. Dafür.' },
	{ name: 'Birgit Amann', choice: 'yes', reason: 'Gern.' }
];

type Told = Pick<DemoAdmission, 'ags' | 'contact' | 'answers'> & { met: number };

/** A town that was met twice and welcomed; `met` is how many days ago it stood before the founders. */
const welcomed = ({ met, ...told }: Told): DemoAdmission => ({
	...told,
	criteria: ['met', 'met', 'met', 'met', 'met', 'met'],
	minutes: 120,
	begunDaysAgo: met + 62,
	steps: [
		...steps('met', met, 10),
		{ transition: 'admit', daysAgo: met - 3, reason: 'Das Gründerteam hat einstimmig zugestimmt. Willkommen!' }
	],
	interview: {
		daysAgo: met + 20,
		with: `${told.contact.name}, Oskar Behrens`,
		shared: 'Ein gutes erstes Gespräch. Alle Fragen sind geklärt.'
	},
	founders: {
		daysAgo: met,
		with: `${told.contact.name} und das Gründerteam`,
		shared: 'Herzlich aufgenommen. Verabredet ist ein Besuch im Frühjahr.',
		internal: 'Keine Bedenken.'
	},
	votes: unanimous
});

const followed = (town: DemoAdmission, ...more: DemoAdmission['steps']): DemoAdmission => ({ ...town, steps: [...town.steps, ...more] });
const active = (told: Told): DemoAdmission => ({
	...followed(
		welcomed(told),
		{ transition: 'ask_fee', daysAgo: told.met - 3 },
		{ transition: 'pay', daysAgo: Math.max(1, told.met - 12), reason: 'Eingang vollständig.' }
	),
	feePaid: true
});

/** Applications to Helle Orte that have been decided, or ended. */
export const decided: DemoAdmission[] = [
	welcomed({
		ags: '07131001',
		contact: { name: 'Martha Kleefisch', function: 'Stadtbürgermeisterin' },
		answers: [
			'Am Nürburgring denken alle an laute Wochenenden. Wir denken an die anderen 300 Tage.',
			'Die Innenstadt braucht Menschen, die abends Licht machen.',
			'Ideen für Läden ohne Händler. Wir zeigen dafür unser Bürgerhaus.',
			'Das alte Amtsgericht und der Drogeriemarkt.'
		],
		met: 3
	}),
	followed(
		welcomed({
			ags: '09377158',
			contact: { name: 'Josef Rosner', function: 'Stadtbaumeister' },
			answers: [
				'Offen zur Grenze, offen im Rathaus: Bei uns kann man Häuser ansehen, bevor man sich entscheidet.',
				'Wir haben mehr Denkmäler als Bauherren.',
				'Erfahrung mit Erbbaurecht bei Denkmälern. Wir bringen einen guten Draht zum Landesamt mit.',
				'Das Kappelwirtshaus und das Glasmacherhaus in der Prinzregentenstraße.'
			],
			met: 15
		}),
		{ transition: 'ask_fee', daysAgo: 12 }
	),
	active({
		ags: '08415053',
		contact: { name: 'Heide Votteler', function: 'Wirtschaftsförderung' },
		answers: [
			'Die Alb lehrt Geduld. Wir geben Häuser nicht schnell ab, sondern gut.',
			'Das Alte Lager hat uns gezeigt, was in großen Anlagen steckt.',
			'Austausch auf Augenhöhe. Wir bringen zehn Jahre Erfahrung mit einer Kaserne mit.',
			'Zwei Gasthöfe in den Ortsteilen.'
		],
		met: 42
	}),
	active({
		ags: '05762028',
		contact: { name: 'Hermann Brockhagen', function: 'Bürgermeister' },
		answers: [
			'Kunst im Dorf ist bei uns kein Projekt, sondern Alltag.',
			'Käse allein hält niemanden hier.',
			'Wir suchen Partner für eine Residenz und geben unsere Adressen weiter.',
			'Das Sackmuseum und ein Hof am Markt.'
		],
		met: 55
	}),
	active({
		ags: '10043115',
		contact: { name: 'Sandra Lauer', function: 'Quartiersmanagement' },
		answers: [
			'Das Saarland ist klein, da spricht sich Gutes schnell herum.',
			'Die Altstadt ist saniert, die Häuser sind es noch lange nicht alle.',
			'Begleitung bei der ersten Ausschreibung nach Konzept.',
			'Der Alte Turm und drei Häuser in der Enggass.'
		],
		met: 130
	}),
	{
		...welcomed({
			ags: '12068468',
			contact: { name: 'Dirk Mahnke', function: 'Amt für Stadtentwicklung' },
			answers: [
				'Wir wollen Leerstand abbauen, am liebsten schnell.',
				'Ein Fördermittelprogramm verlangt die Mitgliedschaft in einem Netzwerk.',
				'Zugang zu Fördermitteln.',
				'Die Tuchfabrik.'
			],
			met: 100
		}),
		criteria: ['met', 'partly', 'open', 'met', 'open', 'met'],
		minutes: 30,
		steps: [
			...steps('met', 100, 10),
			{
				transition: 'decline',
				daysAgo: 95,
				reason:
					'Sie suchen im Augenblick vor allem einen Nachweis für Ihren Förderantrag. Den können wir nicht geben. Wenn Sie Zeit für den Austausch haben, freuen wir uns auf einen neuen Antrag: Friedrich Nowak erzählt Ihnen gern, was er davon hat.'
			}
		],
		votes: [
			{ name: 'Friedrich Nowak', choice: 'no', reason: 'Heute nicht. Ich rufe gern an und erkläre es.' },
			{ name: 'Sabine Wolter', choice: 'no', reason: 'Es ging die ganze Zeit um Fördermittel.' },
			{ name: 'Jörg Petzold', choice: 'abstain', reason: 'Die Tuchfabrik hätte ich gern gesehen.' },
			{ name: 'Birgit Amann', choice: 'recused', reason: 'Wir haben dort gerade beraten.' }
		]
	},
	{
		ags: '12073572',
		contact: { name: 'Nora Lindow', function: 'Stabsstelle Innenstadt' },
		answers: [
			'Wir planen gern gemeinsam mit denen, die später darin sitzen.',
			'Die Innenstadt hat wieder Zulauf, und wir wollen ihn lenken.',
			'Vergleichszahlen und Kontakte.',
			'Der Speicher am Prenzlauer Tor.'
		],
		criteria: ['met', 'met', 'met', 'met', 'partly', 'met'],
		minutes: 90,
		begunDaysAgo: 150,
		steps: [
			...steps('check', 130, 8),
			{
				transition: 'withdraw',
				daysAgo: 120,
				reason: 'Die Stadtverordneten wollen erst nach der Haushaltsdebatte entscheiden. Wir kommen wieder.'
			}
		]
	}
];
