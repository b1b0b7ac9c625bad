import type { LastUse, PropertyType, Use } from './vocabulary.ts';

/** What people type when they mean a kind of building: other words than the one of the list. */
export const typeSynonyms: Partial<Record<PropertyType, string>> = {
	residential_house: 'Haus Einfamilienhaus Wohngebäude',
	apartment_building: 'Mietshaus Wohnblock Wohnhaus',
	shop: 'Laden Geschäft Ladengeschäft Verkaufsraum Schaufenster',
	inn: 'Gaststätte Wirtshaus Kneipe Restaurant Hotel Pension Krug',
	school: 'Schulhaus Schulgebäude Kita Kindergarten',
	railway_station: 'Bahnhofsgebäude Empfangsgebäude Haltepunkt',
	manor_house: 'Herrenhaus Schloss Gut Rittergut',
	farmstead: 'Bauernhof Hof Vierseithof Dreiseithof Gehöft',
	barn_stable: 'Scheune Stall Speicher Scheunenviertel',
	workshop: 'Werkhalle Schreinerei Tischlerei Schmiede Handwerk Gewerberaum',
	factory_hall: 'Fabrik Industriehalle Gewerbehalle Lagerhalle Produktionshalle',
	office: 'Büro Verwaltungsgebäude Bürogebäude',
	church_parish: 'Kirchengebäude Kapelle Pfarrhaus Gemeindehaus',
	fire_station: 'Feuerwehr Gerätehaus Spritzenhaus',
	town_hall: 'Gemeindeamt Amtshaus Verwaltung',
	cultural_hall: 'Kulturhaus Tanzsaal Kino Theater Veranstaltungssaal',
	garden_plot: 'Garten Bauland Fläche Brache'
};

export const useSynonyms: Partial<Record<Use, string>> = {
	workshop_makerspace: 'Makerspace offene Werkstatt Handwerk',
	studio_atelier: 'Studio Kunst Künstler',
	coworking: 'Arbeitsplatz Büroplatz',
	gastronomy: 'Restaurant Wirtshaus Küche',
	regional_supply: 'Dorfladen Hofladen',
	stage_culture: 'Theater Konzert Veranstaltung',
	meeting_place: 'Begegnung Nachbarschaft Dorftreff',
	co_housing: 'Wohnprojekt Mehrgenerationenhaus',
	rehearsal: 'Bandraum Musik',
	youth: 'Jugendclub',
	health: 'Arztpraxis Praxis',
	senior_care: 'Tagespflege',
	school_education: 'Schule Seminar Lernort'
};

export const lastUseSynonyms: Partial<Record<LastUse, string>> = { gastronomy: 'Gaststätte', retail: 'Geschäft', crafts: 'Werkstatt' };
