import type { DemoPartner } from './demo-network.ts';

export const towns = 'Innenstädte im Wandel';
export const quarters = 'Lebendige Quartiere';
export const small = 'Kleine Städte, große Rollen';

export const partners: DemoPartner[] = [
	{
		name: 'Bundesverband Offene Höfe',
		kind: 'association',
		sector: 'associations',
		placeAgs: '06611000',
		since: '2024-05-14',
		valuesVersion: 2,
		actionFields: [quarters, small],
		mission: 'Höfe öffnen, die jahrzehntelang Tore hatten.',
		contributions: ['Beratung von Hofgemeinschaften', 'Sommerakademie']
	},
	{
		name: 'Netzwerk Dritte Orte Ruhr',
		kind: 'association',
		sector: 'associations',
		placeAgs: '05913000',
		since: '2024-06-02',
		valuesVersion: 2,
		actionFields: [quarters],
		mission: 'Orte zwischen Wohnung und Arbeit, die niemandem etwas verkaufen müssen.',
		contributions: ['Gastgeberin von Werkstätten']
	},
	{
		name: 'Stiftung Stadtboden',
		kind: 'foundation',
		sector: 'foundations',
		placeAgs: '05124000',
		since: '2024-05-14',
		valuesVersion: 2,
		actionFields: [towns, quarters],
		mission: 'Boden kaufen, damit er nie wieder verkauft wird.',
		contributions: ['Erbbaurechte', 'Gutachten zu Bodenfragen', 'Anschubmittel']
	},
	{
		name: 'Bürgerstiftung An der Saale',
		kind: 'foundation',
		sector: 'foundations',
		placeAgs: '15002000',
		since: '2025-02-11',
		valuesVersion: 1,
		actionFields: [quarters],
		mission: 'Geld von hier für Ideen von hier.',
		contributions: ['Kleinstförderung bis 2.000 Euro']
	},
	{
		name: 'Projektbüro Umbau statt Neubau',
		kind: 'company',
		sector: 'development',
		placeAgs: '14713000',
		since: '2024-09-20',
		valuesVersion: 2,
		actionFields: [towns],
		mission: 'Kaufhäuser in Stadtbausteine verwandeln.',
		contributions: ['Machbarkeit in vier Wochen', 'Planungswerkstätten']
	},
	{
		name: 'Genossenschaft Hinterhaus',
		kind: 'cooperative',
		sector: 'development',
		placeAgs: '03241001',
		since: '2025-03-30',
		valuesVersion: 2,
		actionFields: [quarters],
		mission: 'Wohnen, Werkstatt und Kita in einem Block.',
		contributions: ['Einblick in Finanzpläne']
	},
	{
		name: 'Quartiersmanagement Nordend',
		kind: 'initiative',
		sector: 'centre_management',
		placeAgs: '06413000',
		since: '2024-05-14',
		valuesVersion: 2,
		actionFields: [quarters],
		mission: 'Da sein, wenn noch nichts entschieden ist.',
		contributions: ['Beteiligung, die ankommt', 'Quartier zum Ausprobieren']
	},
	{
		name: 'Citymanagement Seestadt',
		kind: 'company',
		sector: 'centre_management',
		placeAgs: '04012000',
		since: '2024-11-08',
		valuesVersion: 1,
		actionFields: [towns],
		mission: 'Aus Leerstand Schaufenster für alle machen.',
		contributions: ['Erfahrung mit Zwischennutzung']
	},
	{
		name: 'Theater am Rand der Stadt',
		kind: 'association',
		sector: 'culture',
		placeAgs: '05954036',
		since: '2024-05-14',
		valuesVersion: 2,
		actionFields: [towns, quarters],
		mission: 'Plätze bespielen, bevor sie geplant werden.',
		contributions: ['Performative Formate', 'Probebühne']
	},
	{
		name: 'Kreativhof Görlitz',
		kind: 'initiative',
		sector: 'culture',
		placeAgs: '14626110',
		since: '2025-06-17',
		valuesVersion: 2,
		actionFields: [small],
		mission: 'Wer gehen wollte, findet hier einen Grund zu bleiben.',
		contributions: ['Probewohnen', 'Werkstätten auf Zeit']
	},
	{
		name: 'Institut für geteilte Räume',
		kind: 'university',
		sector: 'intermediaries',
		placeAgs: '16055000',
		since: '2024-05-14',
		valuesVersion: 2,
		actionFields: [towns, quarters, small],
		mission: 'Beobachten, aufschreiben, weitergeben.',
		contributions: ['Begleitforschung', 'Dokumentation der Werkstätten']
	},
	{
		name: 'Agentur Zwischenzeit',
		kind: 'company',
		sector: 'intermediaries',
		placeAgs: '04011000',
		since: '2024-07-22',
		valuesVersion: 2,
		actionFields: [towns],
		mission: 'Zwischen Eigentum und Idee vermitteln.',
		contributions: ['Verträge auf Zeit', 'Rechtssprechstunde']
	}
];
