import type { Kinds } from './kinds.ts';

/** Houses of work, culture and office. */
export const townKinds: Kinds = {
	factory_hall: {
		weight: 7,
		titles: ['Halle der alten Ziegelei', 'Textilfabrik {n}', 'Porzellanfabrik {o}', 'Lokschuppen {o}', 'Maschinenhalle {n}'],
		area: [420, 3800],
		storeys: [1, 2],
		built: [1878, 1978],
		lastUse: 'crafts',
		uses: ['workshop_makerspace', 'stage_culture', 'storage', 'exhibition', 'mixed', 'coworking'],
		parts: [
			['hall', 'Halle Nord', 0.4],
			['hall', 'Halle Süd', 0.35],
			['room', 'Kontor', 0.08]
		],
		looks: [
			'Sheddach mit Nordlicht, acht Meter hoch, Kranbahn vorhanden.',
			'Zwei Schiffe, Gleisanschluss, Kontor im Kopfbau.',
			'Klinkerwände, Gussfenster, ein Schornstein als Wahrzeichen.'
		],
		memories: [
			'Zu Schichtbeginn roch der ganze Ort nach Ton.',
			'Dreihundert Menschen haben hier gearbeitet.',
			'Die Stempeluhr hängt noch neben der Tür.'
		]
	},
	cultural_hall: {
		weight: 4,
		titles: ['Kulturhaus {o}', 'Kino „{n}“', 'Tanzsaal {o}'],
		area: [260, 1100],
		storeys: [1, 2],
		built: [1898, 1964],
		lastUse: 'culture',
		uses: ['stage_culture', 'rehearsal', 'meeting_place', 'youth', 'exhibition'],
		parts: [
			['stage_hall', 'Saal', 0.6],
			['room', 'Foyer', 0.2]
		],
		looks: [
			'Ein Saal mit Parkett, Rang und Vorhang.',
			'Bühne, Foyer und ein Projektionsraum mit zwei Maschinen.',
			'Hundertzwanzig Plätze, Holzklappstühle inbegriffen.'
		],
		memories: [
			'Hier lief „Spur der Steine“ genau einen Abend.',
			'Der Faschingsverein hat die Kostüme dagelassen.',
			'Das letzte Konzert war ausverkauft.'
		]
	},
	church_parish: {
		weight: 4,
		titles: ['Pfarrhaus {o}', 'Gemeindehaus {o}', 'Kapelle {o}'],
		area: [110, 420],
		storeys: [2, 2],
		built: [1740, 1960],
		lastUse: 'religion',
		uses: ['church_space', 'meeting_place', 'social_service', 'senior_care', 'co_housing', 'exhibition'],
		parts: [
			['room', 'Gemeinderaum', 0.35],
			['flat', 'Pfarrwohnung', 0.5]
		],
		looks: [
			'Pfarrhaus mit Obstgarten, Gemeinderaum mit eigenem Eingang.',
			'Dicke Mauern, ein Garten, eine Bank vor der Tür.',
			'Saal mit Empore und ein kleiner Turm.'
		],
		memories: [
			'Die Konfirmanden haben den Apfelbaum gepflanzt.',
			'Die Gemeinde ist kleiner geworden, das Haus nicht.',
			'Zuletzt probte hier der Posaunenchor.'
		]
	},
	fire_station: {
		weight: 3,
		titles: ['Altes Feuerwehrhaus {o}', 'Spritzenhaus {o}'],
		area: [60, 240],
		storeys: [1, 2],
		built: [1902, 1979],
		lastUse: 'other',
		uses: ['meeting_place', 'workshop_makerspace', 'youth', 'repair_cafe'],
		parts: [
			['hall', 'Fahrzeughalle', 0.6],
			['room', 'Schulungsraum', 0.3]
		],
		looks: ['Zwei Tore, ein Schlauchturm, ein Schulungsraum mit Küche.', 'Halle mit Grube und Wasseranschluss.'],
		memories: ['Die neue Wache steht am Ortsrand.', 'Im Turm nisten Turmfalken.']
	},
	residential_house: {
		weight: 7,
		titles: ['Fachwerkhaus {s}', 'Wohnhaus am Mühlgraben', 'Haus {n}'],
		area: [90, 320],
		storeys: [2, 2],
		built: [1690, 1938],
		lastUse: 'housing',
		uses: ['housing', 'co_housing', 'studio_atelier', 'senior_care', 'office'],
		parts: [
			['flat', 'Wohnung Erdgeschoss', 0.45],
			['flat', 'Wohnung Obergeschoss', 0.45]
		],
		looks: [
			'Fachwerk mit Lehmgefachen, Kellergewölbe, Hof mit Brunnen.',
			'Drei Etagen, eine steile Treppe, ein Garten bis zum Bach.',
			'Vier Zimmer je Etage und ein Dachboden, in dem man stehen kann.'
		],
		memories: ['Die Erben wohnen in drei Städten.', 'Über der Tür steht das Jahr der Zimmerleute.', 'Im Garten trägt noch immer die Birne.']
	},
	town_hall: {
		weight: 2,
		titles: ['Altes Rathaus {o}', 'Ehemaliges Amtshaus {o}'],
		area: [240, 900],
		storeys: [2, 3],
		built: [1760, 1930],
		lastUse: 'office',
		uses: ['coworking', 'office', 'library', 'meeting_place', 'exhibition'],
		parts: [
			['room', 'Ratssaal', 0.2],
			['floor', 'Obergeschoss', 0.4]
		],
		looks: ['Ratssaal mit Kassettendecke, zwölf Büros, Keller mit Gewölbe.', 'Freitreppe, Uhrturm, Räume in drei Größen.'],
		memories: ['Seit der Gemeindereform tagt der Rat woanders.', 'Getraut wurde hier bis 2009.']
	}
};
