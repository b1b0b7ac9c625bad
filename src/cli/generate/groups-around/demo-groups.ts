import type { GroupState } from '#modules/groups/group.ts';
import type { LegalForm } from '#modules/groups/legal-form.ts';
import type { Day, DayPart, Noise } from '#modules/groups/need.ts';
import type { Use } from '#modules/properties/vocabulary.ts';
import { angermuende, herzberg, marktleuthen } from '#testing/cast.ts';

/** Who is in an invented group: one of the cast, or somebody made up for it. */
export type DemoMember = { who: string; name?: string; speaks?: true; named?: true; ago: number };
/** By the number of the member, from 0. */
export type DemoNeed = {
	by: number;
	title: string;
	uses: Use[];
	area: [number, number];
	monthly?: number;
	days?: Day[];
	parts?: DayPart[];
	noise?: Noise;
};
export type DemoGroup = {
	name: string;
	idea: string;
	seeks: string;
	ags: string;
	/** Title of the house in the register. */
	house: string;
	state: GroupState;
	isBeforeTown?: true;
	ago: number;
	members: DemoMember[];
	roles: [title: string, note: string, by: number | null][];
	needs: DemoNeed[];
	legal?: { form: LegalForm; done: [step: string, by: number, ago: number][] };
	knocks?: [who: string, name: string, text: string, ago: number][];
	document?: { title: string; items: string[]; by: number };
	talk: [by: number, hoursAgo: number, text: string][];
};

const manor: DemoGroup = {
	name: 'Leute fürs Gutshaus',
	idea: 'Wohnen im Westflügel, Proben und Kino im Gartensaal, eine Werkstatt in der alten Küche und im Sommer Unterricht im Park. Keine von uns trägt das Haus allein, zusammen schon.',
	seeks: 'Jemanden mit Bauerfahrung am Denkmal, zwei Familien, die im Dorf wohnen wollen, und Mut für eine Satzung.',
	...{ ags: angermuende, house: 'Gutshaus Biesenbrow', state: 'visible', isBeforeTown: true, ago: 48 },
	members: [
		{ who: 'amira', speaks: true, named: true, ago: 48 },
		{ who: 'hanna', ago: 44 },
		{ who: 'tove', name: 'Tove Brandt', speaks: true, named: true, ago: 41 },
		{ who: 'emre', name: 'Emre Aydın', named: true, ago: 30 },
		{ who: 'lotte', name: 'Lotte Hagedorn', ago: 26 },
		{ who: 'piotr', name: 'Piotr Zieliński', ago: 9 }
	],
	roles: [
		['Sprecher:in', 'Termine mit Stadt und Denkmalpflege', 0],
		['Satzung', 'Entwurf bis Februar, mit dem Finanzamt abgestimmt', 2],
		['Finanzen', 'Rechnen, was der Westflügel kostet', 3],
		['Bau', 'Dach zuerst: wer versteht die Zimmerer?', null],
		['Dorf', 'Jeden ersten Samstag Kuchen und Fragen', 4],
		['Förderung', 'Anträge lesen, ohne zu verzweifeln', null]
	],
	needs: [
		{ by: 2, title: 'Wohnen für zwei Familien', uses: ['co_housing'], area: [160, 220], monthly: 620, noise: 'quiet' },
		{
			by: 3,
			title: 'Proben und Kino',
			uses: ['rehearsal', 'stage_culture'],
			area: [120, 180],
			monthly: 260,
			days: ['th', 'fr', 'sa'],
			parts: ['evening']
		},
		{
			by: 0,
			title: 'Offene Werkstatt',
			uses: ['workshop_makerspace', 'repair_cafe'],
			area: [50, 60],
			monthly: 180,
			days: ['tu', 'we', 'sa'],
			parts: ['afternoon']
		},
		{
			by: 4,
			title: 'Lernen am Nachmittag',
			uses: ['school_education', 'youth'],
			area: [70, 140],
			monthly: 200,
			days: ['mo', 'tu', 'we', 'th'],
			parts: ['afternoon'],
			noise: 'normal'
		},
		{ by: 5, title: 'Zwei Ateliers', uses: ['studio_atelier'], area: [60, 90], monthly: 150 }
	],
	legal: {
		form: 'verein',
		done: [
			['satzung', 2, 12],
			['gemeinnuetzig', 2, 4]
		]
	},
	knocks: [
		[
			'wanda',
			'Wanda Pohl',
			'Ich bin Zimmerin und habe drei Dächer am Denkmal gemacht. Am Wochenende könnte ich schauen, was der Stuhl noch trägt.',
			2
		]
	],
	document: {
		title: 'Entwurf der Satzung',
		items: [
			'§ 1 Name und Sitz',
			'§ 2 Zweck: das Gutshaus erhalten und öffnen',
			'§ 3 Mitglieder',
			'§ 4 Austritt',
			'§ 5 Wer im Haus wohnt, arbeitet mit'
		],
		by: 2
	},
	talk: [
		[2, 120, 'Der Entwurf der Satzung liegt bei den Unterlagen. Bitte lest vor allem, wie jemand wieder austritt.'],
		[0, 96, 'Danke! § 4 verstehe ich erst beim dritten Mal, sonst gefällt er mir.'],
		[3, 30, 'Wenn die Familien nach Westen ziehen und wir in den Gartensaal, liegt die Küche dazwischen. Dann höre ich auch um zehn auf.']
	]
};

const inn: DemoGroup = {
	name: 'Kranich, ganz vorsichtig',
	idea: 'Erst einmal nur wir vier: Was wäre, wenn der Gasthof ein Dorfladen mit Mittagstisch würde, und die Erben blieben Eigentümer?',
	seeks: '',
	...{ ags: angermuende, house: 'Gasthof „Zum Kranich“', state: 'forming', ago: 6 },
	members: [
		{ who: 'hanna', speaks: true, ago: 6 },
		{ who: 'amira', ago: 5 },
		{ who: 'ilse', name: 'Ilse Marten', ago: 3 }
	],
	roles: [
		['Sprecher:in', '', 0],
		['Küche', 'Wer kocht, und für wie viele?', null]
	],
	needs: [{ by: 2, title: 'Dorfladen', uses: ['regional_supply', 'cafe'], area: [70, 100], monthly: 300 }],
	talk: [[0, 40, 'Bitte noch niemandem davon erzählen, auch nicht meinem Bruder.']]
};

const station: DemoGroup = {
	name: 'Bahnhof Marktleuthen, Gleis für alle',
	idea: 'Schalterhalle mit hundert Stühlen, Wartesaal mit Kuchen, oben zwei Proberäume. Wir sind viele und seit dem Herbst ein Verein.',
	seeks: 'Menschen, die an zwei Abenden im Monat die Bar machen.',
	...{ ags: marktleuthen, house: 'Bahnhofsgebäude Marktleuthen', state: 'established', ago: 200 },
	members: [
		{ who: 'jonas', speaks: true, named: true, ago: 200 },
		{ who: 'mika', name: 'Mika Ostler', ago: 180 },
		{ who: 'renz', name: 'Gertrud Renz', named: true, ago: 150 }
	],
	roles: [
		['Vorstand', '', 0],
		['Bar', 'zwei Abende im Monat', null]
	],
	needs: [{ by: 0, title: 'Bühne', uses: ['stage_culture'], area: [180, 240], monthly: 700, days: ['fr', 'sa'], parts: ['evening'] }],
	legal: {
		form: 'verein',
		done: [
			['satzung', 1, 120],
			['gruendung', 0, 80],
			['register', 0, 50],
			['konto', 2, 40]
		]
	},
	talk: [[1, 300, 'Die Eintragung ist da! VR 1207, gerahmt wird sie trotzdem nicht.']]
};

const villa: DemoGroup = {
	name: 'Villenkreis Elster',
	idea: 'Musikschule, Lesezimmer und ein Garten, der offen bleibt. Drei Monate haben wir gerechnet und dann ein anderes Haus gefunden.',
	seeks: '',
	...{ ags: herzberg, house: 'Villa an der Elster', state: 'dissolved', ago: 160 },
	members: [{ who: 'amira', speaks: true, ago: 160 }],
	roles: [],
	needs: [],
	talk: []
};

export const demoGroups: readonly DemoGroup[] = [manor, inn, station, villa];
