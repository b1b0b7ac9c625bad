import type { CaseState, Holder, Origin, Outcome, PartyAccess, PartyRole } from '#modules/cases/case.ts';
import type { RecommendationKind, RecommendationState } from '#modules/cases/recommendation.ts';
import { angermuende, cast, herzberg, wunsiedel } from '#testing/cast.ts';

/** An invented case, in days from today: `ago` into the past, other numbers into the future. */
export type DemoCase = {
	ags: string;
	holder?: Holder;
	title: string;
	summary: string;
	origin: Origin;
	state: CaseState;
	ago: number;
	/** Days until the parties heard a first word. */
	wordAfter?: number;
	assignee?: { id: string };
	backup?: { id: string };
	next?: [string, number];
	sleep?: [number, string];
	outcome?: [Outcome, number, string];
	rejected?: [number, string];
	escalated?: string;
	/** Title of the house in the register. */
	house?: string;
	parties: { name: string; id?: string; email?: string; phone?: string; role: PartyRole; access?: PartyAccess }[];
	internal?: [number, string][];
	/** Days ago, words, and the number of the party that wrote them; without it the office did. */
	shared?: [number, string, number?][];
	recommendations?: {
		kind: RecommendationKind;
		text: string;
		state: RecommendationState;
		due?: number;
		to?: number;
		href?: string;
		blockedBy?: string;
	}[];
	/** Title, in how many days, place, places, who said yes by number, and whether all may come. */
	viewings?: [string, number, string, number | null, number[], boolean?][];
	/** Two parties by number, why, and who has said yes already. */
	introduction?: [number, number, string, ('first' | 'second')[]];
};

const hanna = { name: cast.hanna.name, id: cast.hanna.id, email: cast.hanna.email, role: 'owner' } as const;
const amira = { name: 'Werkhof Uckermark', id: cast.amira.id, email: cast.amira.email, role: 'seeker' } as const;
const jonas = { name: 'Kollektiv Kulturbahnhof', id: cast.jonas.id, email: cast.jonas.email, role: 'seeker' } as const;

const ofAngermuende: DemoCase[] = [
	{
		...{
			ags: angermuende,
			title: 'Gasthof „Zum Kranich“: drei Erben, drei Meinungen',
			origin: 'owner_contact',
			state: 'clarifying',
			ago: 34,
			wordAfter: 2
		},
		...{ assignee: cast.ines, house: 'Gasthof „Zum Kranich“', next: ['Mit allen drei Erben an einen Tisch', -3] },
		summary:
			'Das Haus gehört drei Geschwistern. Eine möchte öffnen, einer verkaufen, die dritte wartet ab. Gesucht ist ein Weg, der allen passt.',
		parties: [
			hanna,
			{ name: 'Clemens Ahrendt, Untere Denkmalschutzbehörde', email: 'denkmal@angermuende.example', role: 'adviser', access: 'internal' },
			{ name: 'Frau Lindner, Schwester', phone: '03331 55 0 17', role: 'owner', access: 'none' }
		],
		internal: [
			[30, 'Frau L. (Schwester) will nicht angeschrieben werden, nur angerufen. Vormittags.'],
			[12, 'Der Bruder hat einen Käufer aus Berlin an der Hand. Vor dem Gespräch nicht ansprechen.']
		],
		shared: [
			[32, 'Wir haben das Grundbuch angesehen: Es geht nur gemeinsam. Ein Erbbaurecht wäre möglich, ohne dass jemand verkaufen muss.'],
			[29, 'Danke. Von Erbbaurecht habe ich meiner Schwester erzählt, sie findet es nicht mehr ganz abwegig.', 0]
		],
		recommendations: [
			{
				kind: 'advice',
				text: 'Vor dem Gespräch zu dritt aufschreiben, was jede Seite auf keinen Fall möchte.',
				state: 'in_progress',
				due: 4,
				to: 0
			},
			{
				kind: 'contact',
				text: 'Erbbaurecht in einer halben Stunde erklärt: Die Stiftung Haus und Hof macht das am Telefon.',
				state: 'proposed',
				due: 9,
				to: 0
			},
			{
				kind: 'funding',
				text: 'Zuschuss für Voruntersuchungen am Denkmal, bis zu 5.000 Euro.',
				state: 'blocked',
				blockedBy: 'Unterschrift aller drei Erben fehlt'
			},
			{ kind: 'knowledge', text: 'Was der Bestandsschutz bedeutet, wenn ein Gasthof lange zu war.', state: 'done' }
		],
		viewings: [['Rundgang mit der Denkmalpflege', 8, 'Hintereingang, Hoher Steinweg', 6, [0]]]
	},
	{
		...{
			ags: angermuende,
			title: 'Werkstatt und Café ins Feuerwehrhaus Kerkow?',
			origin: 'match',
			state: 'matching',
			ago: 20,
			wordAfter: 1,
			assignee: cast.ines
		},
		...{ house: 'Altes Feuerwehrhaus Kerkow', next: ['Nach der Besichtigung nachfragen', 7] },
		summary: 'Die Gruppe sucht 80 bis 120 Quadratmeter, das Haus hat 110 und eine große Tür. Offen ist die Heizung.',
		parties: [amira, { name: 'Ortsvorsteher Kerkow', email: 'ortsvorsteher@kerkow.example', phone: '03331 29 80 11', role: 'owner' }],
		internal: [[15, 'Der Ortsbeirat fürchtet Lärm. Vorher mit dem Nachbarn rechts sprechen.']],
		shared: [[19, 'Der Schlüssel liegt im Dorfladen. Strom ist da, Wasser bis Oktober abgestellt.']],
		recommendations: [
			{
				kind: 'advice',
				text: 'Zur Besichtigung die Tischlerin mitbringen: Der Boden trägt nicht überall.',
				state: 'proposed',
				due: 5,
				to: 0
			},
			{
				kind: 'funding',
				text: 'Kleinstprojekte der LAG Uckermark, nächster Stichtag im Januar.',
				state: 'proposed',
				due: 30,
				href: '/ansprechperson?thema=funding'
			}
		],
		viewings: [['Besichtigung Feuerwehrhaus', 6, 'Dorfstraße 4, Kerkow, am Tor', 4, [0]]],
		introduction: [0, 1, 'Sie planen beide für denselben Ort. Ein Gespräch vor der Besichtigung spart allen einen Weg.', ['first']]
	},
	{
		...{ ags: angermuende, title: 'Laden in der Brüderstraße steht seit dem Sommer leer', origin: 'phone', state: 'new', ago: 11 },
		...{ escalated: 'Angermünde hat innerhalb von 5 Tagen nicht geantwortet. Das Büro von „Helle Orte“ hilft weiter.' },
		summary: 'Anruf eines Nachbarn: Die Schaufenster verstauben, der Eigentümer wohnt in Eberswalde und würde reden.',
		parties: [{ name: 'Herr Wolter', phone: '03331 21 04', role: 'reporter', access: 'none' }]
	},
	{
		...{
			ags: angermuende,
			title: 'Gutshaus Biesenbrow: Bescheid abwarten',
			origin: 'municipality',
			state: 'sleeping',
			ago: 120,
			wordAfter: 6,
			assignee: cast.ines
		},
		...{
			house: 'Gutshaus Biesenbrow',
			next: ['Förderverein anrufen', 62],
			sleep: [62, 'Über den Antrag beim Land wird frühestens im nächsten Jahr entschieden.']
		},
		summary: 'Der Förderverein möchte zwei Räume öffnen, sobald das Dach gemacht ist.',
		parties: [{ name: 'Förderverein Gutshaus', email: 'vorstand@gutshaus-biesenbrow.example', role: 'seeker' }]
	},
	{
		...{
			ags: angermuende,
			title: 'Sommerbühne im Kornspeicher',
			origin: 'space_request',
			state: 'closed',
			ago: 210,
			wordAfter: 3,
			assignee: cast.ines
		},
		outcome: ['interim_use', 60, 'Den Brandschutz vor dem ersten Probentag klären, nicht danach.'],
		summary: 'Ein Kollektiv suchte für einen Sommer einen Saal.',
		parties: [jonas],
		shared: [[205, 'Zwei Abende im Juli gehen ohne Bauantrag, wenn die Tore offen bleiben.']]
	},
	{
		...{
			ags: angermuende,
			title: 'Atelier im alten Amt',
			origin: 'space_request',
			state: 'closed',
			ago: 260,
			wordAfter: 9,
			assignee: cast.ines
		},
		outcome: ['let', 150, 'Eine Monatsmiete weniger am Anfang half mehr als jede Förderung.'],
		...{
			summary: 'Zwei Keramikerinnen suchten einen Raum mit Starkstrom.',
			parties: [{ name: 'Keramik im Amt', email: 'ton@keramik.example', role: 'seeker' }]
		}
	},
	{
		...{ ags: angermuende, title: 'Schilder an leeren Schaufenstern', origin: 'citizen_report', state: 'rejected', ago: 95, wordAfter: 4 },
		rejected: [90, 'Das ist eine schöne Idee, aber kein Fall für ein einzelnes Haus. Der Stadtmarketingverein hat sie übernommen.'],
		...{ summary: 'Eine Bürgerin schlägt Schilder vor.', parties: [{ name: 'Frau Ebert', email: 'ebert@post.example', role: 'reporter' }] }
	}
];

const elsewhere: DemoCase[] = [
	{
		...{
			ags: herzberg,
			title: 'Villa an der Elster: Konzept statt Höchstgebot',
			origin: 'municipality',
			state: 'in_award',
			ago: 75,
			wordAfter: 5
		},
		...{ assignee: cast.friedrich, house: 'Villa an der Elster', next: ['Kriterien im Ausschuss vorstellen', 12] },
		summary: 'Drei Gruppen haben gefragt. Die Stadt vergibt nach Konzept und möchte, dass der Garten offen bleibt.',
		parties: [{ name: 'Genossenschaft Elsterblick', email: 'post@elsterblick.example', role: 'seeker' }],
		recommendations: [{ kind: 'advice', text: 'Die Besichtigung für alle Gruppen am selben Tag anbieten.', state: 'done' }],
		viewings: [['Offener Rundgang durch die Villa an der Elster', 13, 'Elsterpromenade, Gartentor', 20, [], true]]
	},
	{
		...{
			ags: herzberg,
			title: 'Alter Konsum am Markt',
			origin: 'owner_contact',
			state: 'closed',
			ago: 180,
			wordAfter: 7,
			assignee: cast.friedrich
		},
		outcome: ['owner_declined', 100, 'Der Zeitpunkt war falsch, nicht die Idee. In zwei Jahren wieder fragen.'],
		...{
			summary: 'Die Eigentümerin wollte hören, was möglich wäre.',
			parties: [{ name: 'Frau Jahn', phone: '03535 40 11', role: 'owner', access: 'none' }]
		}
	},
	{
		...{
			ags: wunsiedel,
			holder: 'network',
			title: 'Porzellanfabrik am Röslauufer: wer zeigt sie?',
			origin: 'space_request',
			state: 'accepted',
			ago: 16,
			wordAfter: 1
		},
		...{ assignee: cast.oskar, house: 'Porzellanfabrik am Röslauufer', next: ['Im Rathaus nach dem Schlüssel fragen', 3] },
		summary: 'In Wunsiedel ist niemand eingetragen, der Fälle führt. Das Netzwerkbüro begleitet, bis die Stadt übernimmt.',
		parties: [jonas],
		internal: [[14, 'Die Wirtschaftsförderung ist zu zweit für den ganzen Landkreis. Freundlich bleiben.']],
		shared: [[15, 'Wir fragen nach und melden uns bis Ende der Woche.']]
	},
	{
		...{ ags: wunsiedel, holder: 'office', title: 'Kino im Fichtelgebirge, seit Jahren zu', origin: 'event', state: 'new', ago: 2 },
		...{
			summary: 'Auf dem Netzwerktreffen angesprochen: Ein Verein möchte das Kino wieder öffnen.',
			parties: [{ name: 'Verein Lichtspiel', email: 'verein@lichtspiel.example', role: 'seeker' }]
		}
	}
];

export const demoCases: DemoCase[] = [...ofAngermuende, ...elsewhere];
