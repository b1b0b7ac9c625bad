/** The words of the register: code word and the German that people read. `unknown` is a value: it lowers reliability, it never excludes. */

export const propertyTypes = {
	residential_house: 'Wohnhaus',
	apartment_building: 'Mehrfamilienhaus',
	shop: 'Ladenlokal',
	inn: 'Gasthof',
	school: 'Schule',
	railway_station: 'Bahnhof',
	manor_house: 'Gutshaus',
	farmstead: 'Hofstelle',
	barn_stable: 'Scheune oder Stall',
	workshop: 'Werkstatt',
	factory_hall: 'Halle',
	office: 'Bürohaus',
	church_parish: 'Kirche oder Pfarrhaus',
	fire_station: 'Feuerwehrhaus',
	town_hall: 'Rathaus',
	cultural_hall: 'Saal',
	garden_plot: 'Grundstück',
	other: 'Sonstiges',
	unknown: 'unbekannt'
} as const;
export type PropertyType = keyof typeof propertyTypes;

export const unitTypes = {
	room: 'Raum',
	floor: 'Etage',
	shop: 'Laden',
	workshop: 'Werkstatt',
	hall: 'Halle',
	stage_hall: 'Saal mit Bühne',
	flat: 'Wohnung',
	storage: 'Lager',
	kitchen: 'Küche',
	studio: 'Atelier',
	outdoor: 'Außenfläche',
	whole_building: 'ganzes Gebäude',
	other: 'Sonstiges'
} as const;
export type UnitType = keyof typeof unitTypes;

export const unitStates = {
	free: 'frei',
	partly_used: 'teilweise genutzt',
	reserved: 'reserviert',
	in_award: 'im Verfahren',
	let: 'vermietet',
	interim: 'in Zwischennutzung',
	unavailable: 'nicht verfügbar'
} as const;
export type UnitState = keyof typeof unitStates;

export const floors = {
	basement: 'Keller',
	ground: 'Erdgeschoss',
	upper: 'Obergeschoss',
	attic: 'Dachgeschoss',
	multiple: 'mehrere Geschosse',
	unknown: 'unbekannt'
} as const;
export type Floor = keyof typeof floors;

export const settings = {
	town_centre: 'Ortskern',
	quarter: 'Stadtquartier',
	village_core: 'Dorfkern',
	edge: 'Ortsrand',
	solitary: 'Alleinlage',
	industrial_area: 'Gewerbegebiet',
	unknown: 'unbekannt'
} as const;
export type Setting = keyof typeof settings;

export const lastUses = {
	housing: 'Wohnen',
	retail: 'Handel',
	gastronomy: 'Gastronomie',
	crafts: 'Handwerk',
	agriculture: 'Landwirtschaft',
	office: 'Büro',
	education: 'Bildung',
	care: 'Pflege',
	culture: 'Kultur',
	religion: 'Kirche',
	storage: 'Lager',
	traffic: 'Verkehr',
	other: 'Sonstiges',
	unknown: 'unbekannt'
} as const;
export type LastUse = keyof typeof lastUses;

export const conditions = {
	ready_to_use: 'sofort nutzbar',
	minor_works: 'kleine Arbeiten',
	refurbishment_needed: 'Sanierung nötig',
	major_refurbishment: 'umfassende Sanierung',
	dilapidated: 'baufällig',
	shell: 'Rohbau',
	gutted: 'entkernt',
	demolition_candidate: 'Abriss erwogen',
	unknown: 'unbekannt'
} as const;
export type Condition = keyof typeof conditions;

export const heritages = {
	none: 'kein Denkmal',
	single_monument: 'Einzeldenkmal',
	ensemble: 'Ensembleschutz',
	preservation_statute: 'Erhaltungssatzung',
	unknown: 'unbekannt'
} as const;
export type Heritage = keyof typeof heritages;

export const accessibilities = {
	step_free: 'stufenlos',
	partly: 'teilweise barrierefrei',
	with_ramp_possible: 'mit Rampe möglich',
	not: 'nicht barrierefrei',
	unknown: 'unbekannt'
} as const;
export type Accessibility = keyof typeof accessibilities;

export const publicAccesses = { yes: 'möglich', no: 'nicht möglich', after_works: 'nach Umbau möglich', unknown: 'unbekannt' } as const;
export type PublicAccess = keyof typeof publicAccesses;

export const vacancyDegrees = {
	full: 'ganz leer',
	partial: 'teilweise leer',
	impending: 'drohender Leerstand',
	temporarily_used: 'vorübergehend genutzt',
	not_vacant: 'nicht leer',
	unknown: 'unbekannt'
} as const;
export type VacancyDegree = keyof typeof vacancyDegrees;

export const offerModes = {
	sale: 'Kauf',
	heritable_building_right: 'Erbbaurecht',
	rent: 'Miete',
	lease: 'Pacht',
	free_use: 'Leihe',
	interim_use: 'Zwischennutzung',
	co_use: 'Mitnutzung',
	undecided: 'unentschieden'
} as const;
export type OfferMode = keyof typeof offerModes;

export const priceUnits = { total: 'gesamt', month: 'im Monat', m2_month: 'je m² und Monat', year: 'im Jahr' } as const;
export type PriceUnit = keyof typeof priceUnits;

export const priceTypes = {
	fixed: 'Festpreis',
	minimum: 'Mindestpreis',
	market: 'Verhandlung',
	concept_only: 'Konzept zählt',
	on_request: 'auf Anfrage',
	unknown: 'unbekannt'
} as const;
export type PriceType = keyof typeof priceTypes;

export const availabilityKinds = {
	permanent: 'dauerhaft',
	temporary: 'befristet',
	either: 'dauerhaft oder befristet',
	unknown: 'unbekannt'
} as const;
export type AvailabilityKind = keyof typeof availabilityKinds;

export const epochs = {
	before_1870: 'vor 1870',
	'1870_1918': '1870 bis 1918',
	'1919_1949': '1919 bis 1949',
	'1950_1989': '1950 bis 1989',
	from_1990: 'ab 1990',
	unknown: 'unbekannt'
} as const;
export type Epoch = keyof typeof epochs;

export const areaBases = { measured: 'gemessen', estimated: 'geschätzt', from_plan: 'aus Plänen', unknown: 'unbekannt' } as const;
export type AreaBasis = keyof typeof areaBases;

export const yesNo = { yes: 'ja', no: 'nein', partial: 'teilweise', unknown: 'unbekannt' } as const;
export type YesNo = keyof typeof yesNo;

export const outdoors = {
	yard: 'Hof',
	garden: 'Garten',
	parking: 'Stellplätze',
	terrace: 'Terrasse',
	loading_area: 'Ladezone',
	none: 'keine',
	unknown: 'unbekannt'
} as const;
export type Outdoor = keyof typeof outdoors;

/** The use catalogue: shared by spaces, requests, goals and criteria. */
export const uses = {
	housing: 'Wohnen',
	co_housing: 'gemeinschaftliches Wohnen',
	shop: 'Laden',
	regional_supply: 'Nahversorgung',
	gastronomy: 'Gastronomie',
	cafe: 'Café',
	coworking: 'Coworking',
	workshop_makerspace: 'Werkstatt',
	studio_atelier: 'Atelier',
	rehearsal: 'Proberaum',
	stage_culture: 'Bühne und Kultur',
	exhibition: 'Ausstellung',
	school_education: 'Bildung',
	youth: 'Jugend',
	senior_care: 'Pflege und Alter',
	health: 'Gesundheit',
	social_service: 'Beratung und Soziales',
	repair_cafe: 'Repair-Café',
	library: 'Bibliothek',
	church_space: 'Kirchenraum',
	farm_production: 'Landwirtschaft',
	storage: 'Lager',
	office: 'Büro',
	meeting_place: 'Treffpunkt',
	mixed: 'gemischte Nutzung',
	other: 'Sonstiges'
} as const;
export type Use = keyof typeof uses;

export const commonGoods = {
	meeting_place: 'Treffpunkt',
	culture: 'Kultur',
	care: 'Sorge und Pflege',
	local_supply: 'Nahversorgung',
	mobility: 'Mobilität',
	education: 'Bildung',
	repair_reuse: 'Reparieren und Wiederverwenden',
	housing_shared: 'gemeinsames Wohnen',
	work_coworking: 'gemeinsames Arbeiten',
	ecology: 'Ökologie',
	integration: 'Integration',
	other: 'Sonstiges'
} as const;
export type CommonGood = keyof typeof commonGoods;

/** How much of the public location is shown: the point itself, ~100 m, ~500 m, the municipality, nothing. */
export const precisions = {
	exact: 'genau',
	street: 'Straße (etwa 100 m)',
	district: 'Ortsteil (etwa 500 m)',
	municipality: 'nur die Kommune',
	hidden: 'verborgen'
} as const;
export type Precision = keyof typeof precisions;

export const lifecycleStates = {
	reported: 'gemeldet',
	under_review: 'in Prüfung',
	recorded: 'erfasst',
	owner_contacted: 'Eigentümer angesprochen',
	available: 'mobilisierbar',
	in_mediation: 'in Vermittlung',
	reserved: 'reserviert',
	in_works: 'in Umsetzung',
	reused: 'wieder genutzt',
	discarded: 'verworfen',
	blocked: 'blockiert',
	interim: 'Zwischennutzung',
	demolished: 'abgerissen',
	archived: 'archiviert'
} as const;
export type LifecycleState = keyof typeof lifecycleStates;

export const publicationStates = {
	internal: 'intern',
	announced: 'angekündigt',
	locked: 'gesperrt',
	network: 'im Netzwerk',
	public_blurred: 'öffentlich, Lage unscharf',
	public: 'öffentlich'
} as const;
export type PublicationState = keyof typeof publicationStates;

export const sources = {
	owner: 'Eigentümer:in',
	office: 'Verwaltung',
	citizen: 'Bürger:in',
	import: 'Liste der Kommune',
	demo: 'Beispieldaten'
} as const;
export type Source = keyof typeof sources;

/** What nobody confirms: marked as old, no longer matched, no longer public. */
export type Stale = 'marked' | 'hidden' | 'archived';

export const energyCertificates = {
	need: 'Bedarfsausweis',
	consumption: 'Verbrauchsausweis',
	none: 'kein Ausweis',
	unknown: 'unbekannt'
} as const;

export const pollutants = {
	none: 'keine',
	suspected: 'Verdacht',
	asbestos: 'Asbest',
	lead: 'Blei',
	wood_preservative: 'Holzschutzmittel',
	soil: 'Boden',
	cleared: 'saniert',
	unknown: 'unbekannt'
} as const;

export const planningKinds = {
	'30': 'Bebauungsplan (§ 30)',
	'34': 'Innenbereich (§ 34)',
	'35': 'Außenbereich (§ 35)',
	unknown: 'unbekannt'
} as const;

export const estimateBases = { guess: 'grobe Schätzung', expert: 'Fachleute', offer: 'Angebot' } as const;

export const featureStates = {
	included: 'vorhanden',
	not_included: 'nicht dabei',
	to_be_provided_by_user: 'bringen Nutzende mit',
	unknown: 'unbekannt'
} as const;

export const powers = { none: 'kein Strom', '230': '230 Volt', '400': '400 Volt (Starkstrom)', unknown: 'unbekannt' } as const;

export const datePrecisions = { day: 'auf den Tag', month: 'auf den Monat', year: 'auf das Jahr', estimated: 'geschätzt' } as const;

export const locationSources = {
	pin: 'Nadel auf der Karte',
	coordinates: 'Koordinaten',
	gazetteer: 'Ortsverzeichnis',
	geocoder: 'Adresssuche',
	import: 'Liste der Kommune',
	unknown: 'unbekannt'
} as const;

export const mediaKinds = {
	outside: 'Außenansicht',
	inside: 'Innenraum',
	plan: 'Plan',
	aerial: 'Luftbild',
	document: 'Unterlage'
} as const;

export const mediaVisibilities = { public: 'öffentlich', network: 'Netzwerk', office: 'Verwaltung' } as const;

/** What an owner agrees to by reporting a building; kept word by word with the consent. */
export const selfReported =
	'Ich melde mein eigenes Gebäude und bin einverstanden, dass die Kommune es mit unscharfer Lage veröffentlicht. Ich kann das jederzeit zurücknehmen.';
