import type { adviceExperts, adviceOffers } from '#modules/advice/server/tables.ts';

type OfferRow = typeof adviceOffers.$inferInsert;
type ExpertRow = typeof adviceExperts.$inferInsert;
/** `of`: slug of the organisation; `taken`: how many places of this month are gone. */
export type DemoOffer = Pick<OfferRow, 'slug' | 'title' | 'summary' | 'modules' | 'topics' | 'payer'> &
	Partial<OfferRow> & { of: string; taken?: number };
export type DemoExpert = Pick<ExpertRow, 'name' | 'work' | 'topics' | 'languages'> & Partial<ExpertRow> & { of: string; isSilent?: true };

const stiftung = 'uckermark-stiftung-haus-und-hof';
const ziegel = 'ziegel-und-zimmer';
const reallabor = 'hochschule-neisse-reallabor';
const hofladen = 'hofladen-kombinat';

/** Invented offers of the invented organisations. */
export const offers: DemoOffer[] = [
	{
		...{ slug: 'orientierung-und-machbarkeit', of: reallabor, title: 'Orientierung und Machbarkeit', taken: 2, capacity: 2 },
		summary: 'Für Kommunen mit einem großen leeren Haus und ohne Plan: Was trägt das Haus, was trägt der Ort, und womit fängt man an?',
		modules: [
			{ title: 'Gespräch mit Verwaltung und Nachbarschaft', hours: 3, result: 'Liste der Fragen, die zuerst zu klären sind' },
			{ title: 'Aufmaß und Rundgang', hours: 8, result: 'Grundrisse im Maßstab 1:100' },
			{ title: 'Nutzungswerkstatt', hours: 6, result: 'Drei Varianten mit grober Rechnung, als Heft' }
		],
		...{ topics: ['spaces', 'building'], payer: 'municipality', payNote: '2.400 € im Ganzen', states: ['12', '14'] }
	},
	{
		...{ slug: 'erbbaurecht-verstehen', of: stiftung, title: 'Erbbaurecht verstehen', taken: 1, capacity: 4 },
		summary:
			'Für Erb:innen, die nicht verkaufen wollen, und Gruppen, die nicht kaufen können. Ein Gespräch, ein Beispielvertrag, keine Eile.',
		modules: [
			{ title: 'Gespräch', hours: 1.5, result: 'Was es heißt, für beide Seiten' },
			{ title: 'Beispielrechnung', hours: 2, result: 'Erbbauzins und Laufzeit für Ihr Haus' }
		],
		...{ topics: ['owners'], payer: 'free', districts: ['12073', '12065', '12060'] }
	},
	{
		...{ slug: 'dachstuhl-sprechstunde', of: ziegel, title: 'Dachstuhl-Sprechstunde', taken: 3, capacity: 3 },
		summary: 'Eine Zimmerin und ein Lehmbauer sehen sich das Haus an und sagen, was zuerst zu tun ist und was warten kann.',
		modules: [{ title: 'Ortstermin', hours: 2, result: 'Eine Seite: sofort, dieses Jahr, später' }],
		...{ topics: ['building', 'heritage'], payer: 'shared', payNote: '120 €, die Hälfte zahlt das Netzwerk', states: ['12'] }
	},
	{
		...{ slug: 'selbst-bauen-mit-anleitung', of: ziegel, title: 'Selbst bauen mit Anleitung' },
		summary: 'Gruppen bauen selbst, ein Betrieb leitet an und haftet für das, was halten muss.',
		modules: [
			{ title: 'Plan der Wochenenden', hours: 4, result: 'Wer macht was, welches Material, welche Versicherung' },
			{ title: 'Anleitung vor Ort', hours: 16, result: 'Zwei Tage, an denen etwas fertig wird' }
		],
		...{ topics: ['building'], payer: 'municipality', payNote: 'nach Aufwand' }
	},
	{
		...{ slug: 'foerderung-sortieren', of: stiftung, title: 'Förderung sortieren', taken: 5, capacity: 6 },
		summary: 'Welches Programm passt zu Haus, Träger und Zeitplan? Wir sortieren mit Ihnen und lesen den ersten Entwurf des Antrags.',
		modules: [
			{ title: 'Durchsicht', hours: 2, result: 'Liste mit Fristen und dem, was fehlt' },
			{ title: 'Gegenlesen', hours: 3, result: 'Anmerkungen zum Antrag' }
		],
		...{ topics: ['funding'], payer: 'network', states: ['12'] }
	},
	{
		...{ slug: 'laden-ohne-personal', of: hofladen, title: 'Laden ohne Personal' },
		summary: 'Trägt sich ein Dorfladen bei Ihnen? Wir rechnen mit offenen Zahlen aus unseren eigenen Läden.',
		modules: [{ title: 'Rechnung und Rundgang', hours: 5, result: 'Einkauf, Umsatz, Öffnung: eine ehrliche Tabelle' }],
		...{ topics: ['business', 'social'], payer: 'free', capacity: 2 }
	}
];

/** Invented people; two of them have not agreed to be named. */
export const experts: DemoExpert[] = [
	{
		of: ziegel,
		name: 'Henrike Sommerfeld',
		work: 'Zimmerermeisterin: Dachstühle, Holzschäden, Statik im Bestand',
		topics: ['building', 'heritage'],
		languages: ['Deutsch', 'Polnisch'],
		states: ['12']
	},
	{
		of: ziegel,
		name: 'Jurij Nowotny',
		work: 'Lehm und Kalk: Putze, feuchte Wände, Anleitung zum Selbstbau',
		topics: ['building'],
		languages: ['Deutsch', 'Sorbisch'],
		states: ['12', '14']
	},
	{
		of: stiftung,
		name: 'Theresa Lorenz',
		work: 'Erbbaurecht und Zwischenerwerb, Gespräche mit Erbengemeinschaften',
		topics: ['owners', 'funding'],
		languages: ['Deutsch'],
		districts: ['12073']
	},
	{
		of: stiftung,
		name: 'Bernd Achtermann',
		work: 'Früher Kämmerer: Haushaltsrecht, Eigenanteile, Verwendungsnachweise',
		topics: ['funding'],
		languages: ['Deutsch'],
		states: ['12']
	},
	{
		of: reallabor,
		name: 'Prof. Dr. Malgorzata Wilk',
		work: 'Umbaukultur und Probewohnen, Moderation von Werkstätten',
		topics: ['spaces', 'culture'],
		languages: ['Deutsch', 'Polnisch', 'Englisch'],
		states: ['14']
	},
	{
		of: reallabor,
		name: 'Tilo Brandt',
		work: 'Aufmaß und Bauaufnahme, Brandschutz in alten Sälen',
		topics: ['building'],
		languages: ['Deutsch'],
		isSilent: true
	},
	{
		of: hofladen,
		name: 'Wiebke Janßen',
		work: 'Dorfläden: Einkauf, Kasse, Schlüssel und Vertrauen',
		topics: ['business', 'social'],
		languages: ['Deutsch', 'Plattdeutsch']
	},
	{
		of: hofladen,
		name: 'Ruben Asare',
		work: 'Buchhaltung für kleine Träger',
		topics: ['business'],
		languages: ['Deutsch', 'Englisch'],
		isSilent: true
	}
];
