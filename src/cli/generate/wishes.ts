import type { CommonGood, Use } from '#modules/properties/vocabulary.ts';
import type { ActorKind } from '#modules/requests/vocabulary.ts';

/** What invented groups want to do. Areas in m², money in euro a month. */
export type Wish = {
	title: string;
	who: string;
	kind: ActorKind;
	uses: Use[];
	good: CommonGood[];
	area: [number, number];
	monthly: [number, number];
	plan: string;
};

export const wishes: Wish[] = [
	{
		title: 'Offene Werkstatt mit Repair-Café',
		who: 'Schraubenfreunde',
		kind: 'group_in_formation',
		uses: ['workshop_makerspace', 'repair_cafe'],
		good: ['repair_reuse', 'meeting_place'],
		area: [80, 220],
		monthly: [300, 900],
		plan: 'Holz, Metall, Fahrräder: Donnerstags wird repariert, samstags gelernt. Werkzeug haben wir, eine Absaugung auch.'
	},
	{
		title: 'Dorfladen mit Café',
		who: 'Dorfladen-Initiative',
		kind: 'cooperative',
		uses: ['regional_supply', 'cafe'],
		good: ['local_supply', 'meeting_place'],
		area: [70, 180],
		monthly: [200, 700],
		plan: 'Brot, Milch, Post und ein Tisch zum Reden. Dreißig Leute haben schon Anteile gezeichnet.'
	},
	{
		title: 'Ateliers und Druckwerkstatt',
		who: 'Kollektiv Lösch & Papier',
		kind: 'artist',
		uses: ['studio_atelier', 'workshop_makerspace', 'exhibition'],
		good: ['culture', 'education'],
		area: [120, 420],
		monthly: [350, 1100],
		plan: 'Fünf Arbeitsplätze, eine alte Presse und einmal im Monat offene Tür.'
	},
	{
		title: 'Proberaum und kleine Bühne',
		who: 'Kulturverein Nebengleis',
		kind: 'association',
		uses: ['rehearsal', 'stage_culture'],
		good: ['culture', 'integration'],
		area: [110, 380],
		monthly: [250, 850],
		plan: 'Drei Bands, eine Theatergruppe und ein Chor teilen sich Schlüssel und Kosten.'
	},
	{
		title: 'Coworking auf dem Land',
		who: 'Landarbeit eG',
		kind: 'cooperative',
		uses: ['coworking', 'meeting_place'],
		good: ['work_coworking', 'mobility'],
		area: [140, 520],
		monthly: [500, 1600],
		plan: 'Zwölf Schreibtische, zwei Räume für Gespräche, ein Mittagstisch. Wer pendelt, bleibt zwei Tage hier.'
	},
	{
		title: 'Gemeinschaftliches Wohnen für Alt und Jung',
		who: 'Wohngruppe Unterm Apfelbaum',
		kind: 'group_in_formation',
		uses: ['co_housing', 'housing'],
		good: ['housing_shared', 'care'],
		area: [380, 1400],
		monthly: [1500, 4800],
		plan: 'Neun Erwachsene, fünf Kinder, ein Pflegeplatz. Wir bauen selbst mit und wollen Erbbaurecht.'
	},
	{
		title: 'Jugendtreff mit Fahrradwerkstatt',
		who: 'Jugendbüro Umland',
		kind: 'association',
		uses: ['youth', 'workshop_makerspace'],
		good: ['education', 'mobility'],
		area: [60, 240],
		monthly: [0, 450],
		plan: 'Ein Ort, der nach der Schule offen ist, mit einer Werkbank und ohne Eintritt.'
	},
	{
		title: 'Tagespflege im Ortskern',
		who: 'Sorgende Nachbarschaft gGmbH',
		kind: 'gGmbH',
		uses: ['senior_care', 'social_service'],
		good: ['care'],
		area: [180, 460],
		monthly: [900, 2600],
		plan: 'Sechzehn Plätze, stufenlos, mit Garten. Träger und Personal stehen bereit.'
	},
	{
		title: 'Töpferei mit Kursen',
		who: 'Tonart',
		kind: 'craft_business',
		uses: ['studio_atelier', 'school_education', 'shop'],
		good: ['education', 'culture'],
		area: [50, 160],
		monthly: [180, 600],
		plan: 'Zwei Öfen brauchen Starkstrom, die Kurse brauchen Licht.'
	},
	{
		title: 'Bibliothek der Dinge',
		who: 'Leihladen Nachbarschaft',
		kind: 'association',
		uses: ['library', 'repair_cafe', 'meeting_place'],
		good: ['repair_reuse', 'ecology'],
		area: [45, 130],
		monthly: [0, 350],
		plan: 'Bohrmaschine, Zelt, Beamer: leihen statt kaufen. Ehrenamt ist organisiert.'
	},
	{
		title: 'Landküche und Einmachstube',
		who: 'Gut Eingeweckt',
		kind: 'social_enterprise',
		uses: ['gastronomy', 'farm_production', 'regional_supply'],
		good: ['local_supply', 'ecology'],
		area: [90, 300],
		monthly: [300, 1000],
		plan: 'Wir kochen, was die Höfe nicht loswerden. Eine Küche mit Abzug ist das Wichtigste.'
	},
	{
		title: 'Lernort für Handwerk',
		who: 'Wanderschule',
		kind: 'social_enterprise',
		uses: ['school_education', 'workshop_makerspace', 'mixed'],
		good: ['education', 'repair_reuse'],
		area: [240, 900],
		monthly: [700, 2400],
		plan: 'Jede Woche eine andere Klasse, jede Woche ein anderes Gewerk, am Haus selbst.'
	},
	{
		title: 'Zirkus- und Bewegungsraum',
		who: 'Luftikus',
		kind: 'association',
		uses: ['stage_culture', 'youth', 'rehearsal'],
		good: ['culture', 'integration'],
		area: [200, 700],
		monthly: [300, 1200],
		plan: 'Wir brauchen sechs Meter Höhe und einen Haken im Dachstuhl.'
	},
	{
		title: 'Saatgutgarten mit Hofladen',
		who: 'Keimling',
		kind: 'farm',
		uses: ['farm_production', 'shop', 'storage'],
		good: ['ecology', 'local_supply'],
		area: [120, 600],
		monthly: [200, 900],
		plan: 'Trocken lagern, im Winter sieben und packen, im Sommer verkaufen.'
	}
];
