import type { fundingProgrammes } from '#modules/advice/server/tables.ts';

type Row = typeof fundingProgrammes.$inferInsert;
/** `reviewed`: so many days ago; `due`: the deadline, so many days from today. */
export type DemoProgramme = Pick<Row, 'slug' | 'title' | 'giver' | 'summary' | 'purposes' | 'applicants' | 'sourceUrl' | 'deadlineKind'> &
	Partial<Row> & { reviewed: number; due?: number; isDraft?: true };

/** Invented programmes of invented givers in real states and districts. None of them exists. */
export const programmes: DemoProgramme[] = [
	{
		...{ slug: 'lichtfonds-dorfmitte', title: 'Lichtfonds Dorfmitte', giver: 'Lichtstiftung Märkische Mitte (erfunden)' },
		summary:
			'Zuschuss für den ersten Bauabschnitt in leeren Häusern der Ortsmitte: Dach, Fenster, Heizung, Toiletten. Eigenleistung zählt mit, wenn ein Betrieb sie anleitet.',
		...{ states: ['12'], purposes: ['renovation', 'energy'], applicants: ['association', 'cooperative', 'municipality'] },
		...{ quotaPct: 60, minEuro: 5000, maxEuro: 80_000, deadlineKind: 'calls', due: 67, reviewed: 21 },
		sourceUrl: 'https://lichtstiftung.example/dorfmitte'
	},
	{
		...{ slug: 'denkmalgroschen', title: 'Denkmalgroschen', giver: 'Bürgerstiftung Alte Mauern (erfunden)' },
		summary: 'Für Denkmale, die nach der Sanierung vielen offenstehen. Bezahlt werden Gutachten, Sicherung und Handwerk, nicht der Kauf.',
		...{ purposes: ['heritage', 'planning', 'renovation'], applicants: ['municipality', 'association', 'church', 'private_owner'] },
		...{ heritageOnly: true, quotaPct: 50, maxEuro: 40_000, deadlineKind: 'continuous', reviewed: 63 },
		sourceUrl: 'https://alte-mauern.example/denkmalgroschen'
	},
	{
		...{ slug: 'kuemmerstelle-leerstand', title: 'Kümmerstelle Leerstand', giver: 'Landesprogramm Beispielland Mitte (erfunden)' },
		summary: 'Eine halbe Stelle für zwei Jahre: jemand, der leere Häuser kennt, mit Eigentümer:innen spricht und Gruppen begleitet.',
		...{ states: ['12', '14'], purposes: ['staff', 'operation'], applicants: ['municipality', 'county'], maxPopulation: 20_000 },
		...{ quotaPct: 80, maxEuro: 70_000, deadlineKind: 'dated', due: 94, reviewed: 12 },
		sourceUrl: 'https://beispielland.example/kuemmerstelle'
	},
	{
		...{ slug: 'erste-skizze', title: 'Erste Skizze', giver: 'Planungstopf Uckermark (erfunden)' },
		summary:
			'Bezahlt Machbarkeitsstudien, Aufmaß und Nutzungsskizzen für Häuser der Gemeinden im Kreis. Ein Blatt Antrag, Antwort in vier Wochen.',
		...{ districts: ['12073'], purposes: ['planning'], applicants: ['municipality'], ownership: 'municipal' },
		...{ quotaPct: 90, maxEuro: 15_000, deadlineKind: 'continuous', reviewed: 40 },
		sourceUrl: 'https://planungstopf.example/skizze'
	},
	{
		...{ slug: 'buehne-auf-dem-land', title: 'Bühne auf dem Land', giver: 'Kulturfonds Drei Flüsse (erfunden)' },
		summary: 'Programm und Technik für kleine Bühnen außerhalb der großen Städte, auch für die ersten zwei Jahre Betrieb.',
		...{ purposes: ['culture', 'operation'], applicants: ['association', 'initiative', 'cooperative'], maxPopulation: 30_000 },
		...{ quotaPct: 70, minEuro: 2000, maxEuro: 25_000, deadlineKind: 'dated', due: -18, reviewed: 150 },
		...{
			sourceUrl: 'https://drei-fluesse.example/buehne',
			note: 'Neuer Aufruf angekündigt, bisher nur am Telefon. Nach Neujahr nachsehen.'
		}
	},
	{
		...{ slug: 'haus-im-erbbau', title: 'Haus im Erbbau', giver: 'Bodenstiftung Gemeinsinn (erfunden)' },
		summary: 'Zinsloses Darlehen, mit dem Gruppen ein privates leeres Haus ins Erbbaurecht holen, ohne es kaufen zu müssen.',
		...{ purposes: ['acquisition'], applicants: ['cooperative', 'association', 'foundation'], ownership: 'private' },
		...{ minEuro: 20_000, maxEuro: 250_000, deadlineKind: 'continuous', reviewed: 410, reviewDays: 365 },
		sourceUrl: 'https://gemeinsinn.example/erbbau'
	},
	{
		...{ slug: 'wohnen-ueberm-laden', title: 'Wohnen überm Laden', giver: 'Regionalfonds Fichtelgebirge (erfunden)' },
		summary: 'Umbau leerer Obergeschosse zu Wohnungen, wenn unten ein Laden oder Treff bleibt oder einzieht.',
		...{ districts: ['09479'], purposes: ['housing', 'renovation', 'supply'], applicants: ['private_owner', 'company', 'municipality'] },
		...{ quotaPct: 35, maxEuro: 60_000, deadlineKind: 'calls', reviewed: 230 },
		sourceUrl: 'https://regionalfonds.example/wohnen'
	},
	{
		...{ slug: 'barrierefrei-hinein', title: 'Barrierefrei hinein', giver: 'Lichtstiftung Märkische Mitte (erfunden)' },
		summary: 'Rampe, Aufzug, Toilette: damit alle in das Haus kommen. Noch nicht geprüft, ob es weitergeht.',
		...{ states: ['12'], purposes: ['accessibility'], applicants: ['association', 'municipality', 'church'] },
		...{ quotaPct: 75, maxEuro: 30_000, deadlineKind: 'continuous', reviewed: 5, isDraft: true },
		sourceUrl: 'https://lichtstiftung.example/hinein'
	}
];
