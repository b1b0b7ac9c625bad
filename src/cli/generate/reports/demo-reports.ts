import type { DemoDrawing } from '../profiles/demo-profile.ts';

/** What became of a report, day by day; days count back from today. */
export type DemoStep =
	| { step: 'take' | 'spam' | 'withdraw'; ago: number }
	| { step: 'ask' | 'reply' | 'add' | 'decline'; ago: number; words: string }
	| { step: 'accept'; ago: number; title: string; propertyType: string; announced?: number; objected?: number }
	| { step: 'join'; ago: number; reference: string }
	| { step: 'handOver'; ago: number; to: string; words: string };

export type DemoReport = {
	ago: number;
	typed: Record<string, string | string[]>;
	drawing?: DemoDrawing;
	/** Who checks it. */
	by: 'ines' | 'friedrich';
	steps: DemoStep[];
};

/** Invented reports from real villages, in every state there is. */
export const demoReports: DemoReport[] = [
	{
		ago: 2,
		by: 'ines',
		drawing: { of: 'residential_house', at: 'day', seed: 'Rosenstraße' },
		typed: {
			...{ lat: '53,0171', lon: '13,9946', street: 'Rosenstraße', houseNumber: '8', postalCode: '16278', city: 'Angermünde' },
			...{ propertyType: 'residential_house', signs: ['windows', 'mail'], since: 'years', email: 'b.jahnke@post.example' },
			text: 'Die Rollläden sind seit zwei Wintern unten. Das Dach sieht noch gut aus.'
		},
		steps: []
	},
	{
		ago: 5,
		by: 'ines',
		typed: {
			...{ postalCode: '16278', city: 'Frauenhagen', propertyType: 'barn_stable', signs: ['garden'], since: 'unknown' },
			text: 'Große Feldsteinscheune am Ortseingang, das Tor hängt. Wäre toll für eine Werkstatt.'
		},
		steps: [{ step: 'add', ago: 4, words: 'Der Nachbar sagt, sie gehört jemandem aus Berlin.' }]
	},
	{
		ago: 9,
		by: 'ines',
		drawing: { of: 'shop', at: 'day', seed: 'Klosterstraße' },
		typed: {
			...{ lat: '53,0149', lon: '13,9999', street: 'Klosterstraße', houseNumber: '21', postalCode: '16278', city: 'Angermünde' },
			...{ propertyType: 'shop', signs: ['closed', 'windows'], since: 'year' },
			text: 'Das alte Schuhgeschäft. Im Fenster hängt noch das Schild vom Räumungsverkauf.'
		},
		steps: [{ step: 'take', ago: 7 }]
	},
	{
		ago: 12,
		by: 'ines',
		typed: {
			...{
				postalCode: '16278',
				city: 'Crussow',
				propertyType: 'farmstead',
				signs: ['told'],
				since: 'decade',
				email: 'mertens@post.example'
			},
			text: 'Der Hof hinter der Kirche.'
		},
		steps: [
			{ step: 'take', ago: 10 },
			{ step: 'ask', ago: 10, words: 'Hinter der Kirche stehen zwei Höfe. Ist es der mit dem Backsteinstall oder der mit dem hohen Tor?' }
		]
	},
	{
		ago: 20,
		by: 'ines',
		drawing: { of: 'workshop', at: 'day', seed: 'Greiffenberg' },
		typed: {
			...{
				lat: '53,0893',
				lon: '13,9575',
				postalCode: '16278',
				city: 'Greiffenberg',
				propertyType: 'workshop',
				signs: ['closed'],
				since: 'years'
			},
			text: 'Die Bäckerei hat zugemacht, der Ofen soll noch drin sein.'
		},
		steps: [
			{ step: 'take', ago: 18 },
			{ step: 'accept', ago: 16, title: 'Alte Bäckerei in Greiffenberg', propertyType: 'workshop' }
		]
	},
	{
		ago: 60,
		by: 'ines',
		typed: {
			...{
				lat: '53,0542',
				lon: '14,0301',
				postalCode: '16278',
				city: 'Mürow',
				propertyType: 'residential_house',
				signs: ['windows'],
				since: 'years'
			}
		},
		steps: [
			{ step: 'take', ago: 55 },
			{ step: 'accept', ago: 50, title: 'Landarbeiterhaus in Mürow', propertyType: 'residential_house', announced: 12 }
		]
	},
	{
		ago: 140,
		by: 'ines',
		typed: {
			...{ lat: '52,9721', lon: '14,0612', postalCode: '16278', city: 'Stolpe', propertyType: 'inn', signs: ['closed'], since: 'decade' },
			text: 'Der Fährkrug an der Oder, seit der Wende zu.'
		},
		steps: [
			{ step: 'take', ago: 138 },
			{ step: 'accept', ago: 130, title: 'Fährkrug in Stolpe', propertyType: 'inn', announced: 90, objected: 8 }
		]
	},
	{
		ago: 33,
		by: 'ines',
		typed: {
			lat: '53,01423',
			lon: '13,9991',
			postalCode: '16278',
			city: 'Angermünde',
			propertyType: 'inn',
			signs: ['closed'],
			since: 'years'
		},
		steps: [
			{ step: 'take', ago: 31 },
			{ step: 'join', ago: 31, reference: 'Gasthof am Marktplatz' }
		]
	},
	{
		ago: 41,
		by: 'ines',
		typed: { postalCode: '16278', city: 'Kerkow', propertyType: 'residential_house', signs: ['windows'], since: 'months' },
		steps: [
			{ step: 'take', ago: 40 },
			{ step: 'decline', ago: 38, words: 'In dem Haus wird gerade gebaut, im Frühjahr zieht eine Familie ein. Danke fürs Hinsehen.' }
		]
	},
	{
		ago: 6,
		by: 'ines',
		typed: { postalCode: '16278', city: 'Angermünde', text: 'KREDIT OHNE SCHUFA jetzt anrufen!!!' },
		steps: [{ step: 'spam', ago: 5 }]
	},
	{
		ago: 15,
		by: 'ines',
		typed: { postalCode: '16278', city: 'Wolletz', propertyType: 'residential_house', text: 'Doch bewohnt, mein Fehler.' },
		steps: [{ step: 'withdraw', ago: 14 }]
	},
	{
		ago: 3,
		by: 'friedrich',
		drawing: { of: 'railway_station', at: 'evening', seed: 'Herzberg West' },
		typed: {
			...{ lat: '51,6921', lon: '13,2199', street: 'Bahnhofstraße', houseNumber: '30', postalCode: '04916', city: 'Herzberg (Elster)' },
			...{ propertyType: 'office', signs: ['windows', 'garden'], since: 'decade', email: 'elster-wanderer@post.example' },
			text: 'Das Dienstgebäude neben dem Bahnhof. Jugendliche steigen durch ein Kellerfenster ein.'
		},
		steps: []
	},
	{
		ago: 26,
		by: 'friedrich',
		typed: { postalCode: '04916', city: 'Herzberg', propertyType: 'shop', signs: ['closed'], since: 'months' },
		steps: [
			{ step: 'take', ago: 25 },
			{ step: 'decline', ago: 24, words: 'Der Laden zieht nur um und öffnet nach dem Winter wieder. Danke fürs Hinsehen.' }
		]
	},
	{
		ago: 4,
		by: 'ines',
		typed: {
			...{ lat: '53,0301', lon: '13,9702', propertyType: 'residential_house', signs: ['mail'], since: 'year' },
			text: 'Das gelbe Haus in Schwedt, gegenüber vom Wasserturm. Die Nadel sitzt vielleicht falsch.'
		},
		steps: [{ step: 'handOver', ago: 3, to: '16303', words: 'Der Text meint Schwedt.' }]
	}
];
