import type { DecisionInput } from '#modules/notices/decision.ts';

/** A request that the invented Sven Beispiel put there; the demo hides some of them. */
export type DemoOffer = { slug: string; title: string; summary: string };

export const demoOffers: DemoOffer[] = [
	{
		slug: 'beispiel-denkmal-gegen-vorkasse',
		title: 'Mitstreiter:innen für ein Schloss, Anzahlung genügt',
		summary: 'Wer heute 500 € überweist, ist dabei. Das Schloss zeigen wir später. Ein erfundenes Beispiel für ein falsches Angebot.'
	},
	{
		slug: 'beispiel-jedes-haus-sofort',
		title: 'Wir suchen Leute, die Häuser für uns ansehen',
		summary: 'Keine Fragen, bar auf die Hand. Ein erfundenes Beispiel, zu dem Hinweise warten.'
	},
	{
		slug: 'beispiel-nachbarn',
		title: 'Gruppe für den Lindenhof, mit allen Namen aus der Straße',
		summary: 'Ein erfundenes Beispiel für persönliche Daten, die hier nicht stehen dürfen.'
	},
	{
		slug: 'beispiel-backhaus',
		title: 'Mitbackende für ein Backhaus',
		summary: 'Ein erfundenes Beispiel: erst ausgeblendet, nach einer Beschwerde wieder da.'
	}
];

type Step =
	| { step: 'take'; ago: number }
	| { step: 'decide'; ago: number; input: Omit<DecisionInput, 'until'> & { days?: number } }
	| { step: 'complain'; ago: number; words: string }
	| { step: 'revise' | 'uphold'; ago: number; words: string };

export type DemoMatter = {
	/** A local path; where it is null, the newest place that the demo shows. */
	on: string | null;
	notices: { ago: number; typed: Record<string, string> }[];
	steps: Step[];
};

const nora = { name: 'Nora Lindt', email: 'nora.lindt@post.example' };
const paul = { name: 'Paul Ahrens', email: 'p.ahrens@post.example' };

/** Invented notices, in every state there is. */
export const demoMatters: DemoMatter[] = [
	{
		on: '/gesuche/beispiel-jedes-haus-sofort',
		notices: [
			{
				ago: 2,
				typed: {
					...nora,
					category: 'deceit',
					spot: '„bar auf die Hand“',
					why: 'Das klingt nach einer Masche. Eine Gruppe mit diesem Namen gibt es hier nicht.'
				}
			},
			{
				ago: 1,
				typed: { ...paul, category: 'deceit', spot: 'Der ganze Text', why: 'Ich habe angerufen, die Nummer gehört einem Schlüsseldienst.' }
			}
		],
		steps: []
	},
	{
		on: null,
		notices: [
			{
				ago: 9,
				typed: { ...paul, category: 'copyright', spot: 'Das erste Bild', why: 'Das Foto habe ich 2019 gemacht. Gefragt hat mich niemand.' }
			}
		],
		steps: [{ step: 'take', ago: 3 }]
	},
	{
		on: '/gesuche/beispiel-denkmal-gegen-vorkasse',
		notices: [
			{
				ago: 30,
				typed: {
					...nora,
					category: 'deceit',
					spot: '„Wer heute 500 € überweist“',
					why: 'Vorkasse für ein Schloss, das niemand sehen darf: Das ist Betrug.'
				}
			}
		],
		steps: [
			{ step: 'take', ago: 29 },
			{
				step: 'decide',
				ago: 28,
				input: {
					...{
						measure: 'bar',
						ground: 'rule',
						clause: 'Regel 2: Was hier steht, stimmt. Ein Schloss dieses Namens gibt es nicht.',
						days: 90
					},
					facts: 'Das Gesuch verlangt eine Anzahlung für ein Schloss, das weder im Denkmalverzeichnis noch bei der Kommune bekannt ist.',
					scope: 'Titel und Text'
				}
			}
		]
	},
	{
		on: '/gesuche/beispiel-nachbarn',
		notices: [
			{
				ago: 20,
				typed: { ...paul, category: 'privacy', spot: 'Die Namen der Nachbarn', why: 'Mein Name steht da, und niemand hat mich gefragt.' }
			}
		],
		steps: [
			{ step: 'take', ago: 19 },
			{
				step: 'decide',
				ago: 18,
				input: {
					...{
						measure: 'hide',
						ground: 'law',
						clause: 'Art. 6 Abs. 1 DSGVO: Für das Veröffentlichen der Namen gibt es keine Rechtsgrundlage.'
					},
					facts: 'Im Text werden Menschen mit Namen und Hausnummer genannt. Dass sie einverstanden sind, ist nicht zu erkennen.',
					scope: 'Die Aufzählung der Namen'
				}
			},
			{ step: 'complain', ago: 5, words: 'Die Namen sind jetzt gelöscht. Bitte zeigen Sie das Gesuch wieder.' }
		]
	},
	{
		on: '/gesuche/beispiel-backhaus',
		notices: [{ ago: 60, typed: { ...nora, category: 'rules', spot: 'Der ganze Text', why: 'Das ist Werbung für eine Bäckerei.' } }],
		steps: [
			{ step: 'take', ago: 58 },
			{
				step: 'decide',
				ago: 57,
				input: {
					...{ measure: 'hide', ground: 'rule', clause: 'Regel 2: Keine versteckte Werbung.' },
					facts: 'Der Text wirkt wie eine Anzeige eines Betriebs.'
				}
			},
			{ step: 'complain', ago: 50, words: 'Wir sind ein Verein und verkaufen nichts. Die Satzung liegt beim Amtsgericht.' },
			{ step: 'revise', ago: 48, words: 'Die Satzung bestätigt es. Wir haben uns geirrt und bitten um Entschuldigung.' }
		]
	},
	{
		on: '/gesuche/beispiel-backhaus',
		notices: [
			{ ago: 14, typed: { ...paul, category: 'rules', spot: 'Der Titel', why: 'Der Titel gefällt mir nicht, das ist doch kein Verein.' } }
		],
		steps: [
			{ step: 'take', ago: 12 },
			{
				step: 'decide',
				ago: 12,
				input: { measure: 'none', facts: 'Der Verein ist eingetragen, der Titel sagt, worum es geht. Einen Verstoß sehen wir nicht.' }
			}
		]
	}
];
