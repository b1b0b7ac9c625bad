import type { Kinds } from './kinds.ts';

/** Houses that stand in every village. */
export const villageKinds: Kinds = {
	inn: {
		weight: 16,
		titles: ['Gasthof „{n}“', 'Alter Krug {o}', 'Wirtshaus „{n}“', 'Dorfgasthof {o}', 'Gaststätte „{n}“ mit Saal'],
		area: [180, 620],
		storeys: [2, 2],
		built: [1780, 1926],
		lastUse: 'gastronomy',
		uses: ['gastronomy', 'cafe', 'meeting_place', 'stage_culture', 'co_housing', 'regional_supply'],
		parts: [
			['room', 'Gaststube', 0.2],
			['stage_hall', 'Saal mit Bühne', 0.35],
			['kitchen', 'Küche', 0.08],
			['flat', 'Zimmer im Obergeschoss', 0.3]
		],
		looks: [
			'Gaststube mit Kachelofen, dahinter ein Saal mit kleiner Bühne.',
			'Eine Gaststube, eine Kegelbahn und acht Zimmer unter dem Dach.',
			'Der Tresen steht noch, der Saal fasst achtzig Menschen.'
		],
		memories: [
			'Hier wurde getanzt, gestritten und Skat gespielt.',
			'Bis zuletzt traf sich hier freitags der Chor.',
			'Drei Generationen standen hinter dem Tresen.'
		]
	},
	school: {
		weight: 8,
		titles: ['Alte Dorfschule {o}', 'Ehemalige Grundschule {o}', 'Schulhaus {o}'],
		area: [240, 1400],
		storeys: [2, 3],
		built: [1880, 1972],
		lastUse: 'education',
		uses: ['coworking', 'school_education', 'youth', 'studio_atelier', 'co_housing', 'meeting_place', 'office'],
		parts: [
			['room', 'Klassenraum', 0.12],
			['room', 'Klassenraum Süd', 0.12],
			['hall', 'Turnraum', 0.25],
			['studio', 'Werkraum', 0.1]
		],
		looks: [
			'Vier helle Klassenräume, hohe Fenster, ein Schulhof mit Kastanie.',
			'Sechs Räume an einem breiten Flur, dazu ein Werkraum im Souterrain.',
			'Zwei Etagen mit Dielenboden und ein Glockentürmchen.'
		],
		memories: [
			'Ganze Jahrgänge haben hier lesen gelernt.',
			'Die letzte Klasse hat die Wand im Flur bemalt.',
			'Nach der Zusammenlegung der Schulen blieb das Haus leer.'
		]
	},
	railway_station: {
		weight: 8,
		titles: ['Bahnhofsgebäude {o}', 'Alter Bahnhof {o}', 'Empfangsgebäude {o}'],
		area: [160, 780],
		storeys: [2, 2],
		built: [1860, 1912],
		lastUse: 'traffic',
		uses: ['coworking', 'cafe', 'stage_culture', 'studio_atelier', 'meeting_place', 'repair_cafe'],
		parts: [
			['hall', 'Schalterhalle', 0.3],
			['room', 'Wartesaal', 0.25],
			['flat', 'Dienstwohnung', 0.3],
			['storage', 'Güterschuppen', 0.15]
		],
		looks: [
			'Schalterhalle mit Fliesen, Wartesaal und Dienstwohnung darüber.',
			'Klinkerbau am Gleis, der Zug hält stündlich vor der Tür.',
			'Güterschuppen mit Rampe, Wartesaal mit Holzdecke.'
		],
		memories: [
			'Von hier fuhren Kartoffeln bis nach Berlin.',
			'Der letzte Schalter schloss an einem Dienstag.',
			'Die Uhr über dem Eingang geht noch.'
		]
	},
	manor_house: {
		weight: 5,
		titles: ['Gutshaus {o}', 'Herrenhaus {o}', 'Altes Gut {o}'],
		area: [480, 1900],
		storeys: [2, 3],
		built: [1720, 1890],
		lastUse: 'housing',
		uses: ['co_housing', 'school_education', 'health', 'stage_culture', 'coworking', 'mixed'],
		parts: [
			['hall', 'Gartensaal', 0.15],
			['flat', 'Wohnung im Westflügel', 0.2],
			['studio', 'Verwalterhaus', 0.12],
			['outdoor', 'Park', 0.3]
		],
		looks: [
			'Neun Achsen, Mittelrisalit, ein Park mit alten Linden.',
			'Gartensaal mit Stuck, Verwalterhaus und ein Teich.',
			'Zwei Flügel, ein Treppenhaus aus Eiche, Wirtschaftshof nebenan.'
		],
		memories: [
			'Nach dem Krieg wohnten hier vierzehn Familien.',
			'Zuletzt war es ein Ferienlager.',
			'Im Park stehen Bäume, die niemand mehr bestimmen kann.'
		]
	},
	barn_stable: {
		weight: 11,
		titles: ['Feldsteinscheune {o}', 'Scheune am Anger', 'Vierseithof-Scheune {o}', 'Alter Kuhstall {o}'],
		area: [140, 820],
		storeys: [1, 1],
		built: [1790, 1935],
		lastUse: 'agriculture',
		uses: ['workshop_makerspace', 'stage_culture', 'farm_production', 'storage', 'exhibition'],
		parts: [
			['hall', 'Tenne', 0.6],
			['storage', 'Stallteil', 0.4]
		],
		looks: [
			'Mauern aus Feldstein, ein Dachstuhl ohne Stütze, Tore auf beiden Seiten.',
			'Trocken, hoch und dunkel: eine Tenne mit zwei Lehmfächern.',
			'Gewölbter Stall mit gusseisernen Säulen.'
		],
		memories: [
			'Im Sommer schlafen hier die Schwalben.',
			'Der Mähdrescher passte irgendwann nicht mehr durch das Tor.',
			'Beim Dorffest war hier der Tanzboden.'
		]
	},
	shop: {
		weight: 18,
		titles: ['Laden {s}', 'Ehemaliges Kaufhaus {n}', 'Alte Bäckerei {n}', 'Konsum {o}', 'Ladenlokal {s}', 'Alte Drogerie'],
		area: [38, 320],
		storeys: [2, 3],
		built: [1868, 1968],
		lastUse: 'retail',
		uses: ['shop', 'regional_supply', 'cafe', 'repair_cafe', 'studio_atelier', 'social_service', 'library'],
		parts: [
			['shop', 'Verkaufsraum', 0.55],
			['storage', 'Lager', 0.25],
			['flat', 'Wohnung darüber', 0.4]
		],
		looks: [
			'Zwei Schaufenster, Ladentür mit Glocke, Lager zum Hof.',
			'Backstube mit Ofen, Verkaufsraum mit alten Regalen.',
			'Eckladen mit drei Metern vierzig Höhe und Zugang ohne Stufe.'
		],
		memories: [
			'Hier gab es Schrauben einzeln.',
			'Das letzte Brot wurde an Heiligabend verkauft.',
			'Im Schaufenster steht noch ein Preisschild in Pfennig.'
		]
	},
	workshop: {
		weight: 10,
		titles: ['Tischlerei {n}', 'Alte Schmiede {o}', 'Schlosserei {n}', 'Schreinerwerkstatt am Bach', 'Werkstatthof {o}'],
		area: [90, 540],
		storeys: [1, 2],
		built: [1885, 1984],
		lastUse: 'crafts',
		uses: ['workshop_makerspace', 'repair_cafe', 'studio_atelier', 'school_education', 'storage'],
		parts: [
			['workshop', 'Maschinenraum', 0.5],
			['workshop', 'Bankraum', 0.3],
			['storage', 'Holzlager', 0.2]
		],
		looks: [
			'Bankraum mit Nordlicht, Maschinenraum mit Absaugung, Hof für Lieferungen.',
			'Esse, Amboss und ein Anbau mit Rolltor.',
			'Starkstrom liegt, die Halle ist beheizbar.'
		],
		memories: [
			'Der Meister hat den Schlüssel selbst gebracht.',
			'In den Schubladen liegen noch Beschläge.',
			'Hier lernten siebzehn Gesellen.'
		]
	}
};
