/** The words of places: code word to what people read. */

/** Where a place stands: on its way, awarded by its network, or asleep. */
export const placeStates = { emerging: 'im Aufbau', awarded: 'ausgezeichnet', resting: 'ruhend' } as const;
export type PlaceState = keyof typeof placeStates;

/** What a place gives, kind by kind; each kind has its own words in the profile. */
export const offerKinds = {
	open: 'Offene Angebote und Treffpunkte',
	culture: 'Kultur und Bühne',
	learning: 'Lernen und Bildung',
	craft: 'Werkstatt und Handwerk',
	supply: 'Nahversorgung und Gastronomie',
	care: 'Fürsorge und Gesundheit',
	living: 'Wohnen vor Ort',
	working: 'Arbeiten vor Ort',
	commons: 'Gemeinwohl in der Rechtsform'
} as const;
export type OfferKind = keyof typeof offerKinds;

export const bookables = {
	coworking: 'Coworking',
	stay: 'Übernachtung',
	seminar: 'Seminarraum',
	hall: 'Saal',
	workshop: 'Werkstatt'
} as const;
export type Bookable = keyof typeof bookables;

export const legalForms = {
	association: 'Verein',
	cooperative: 'Genossenschaft',
	foundation: 'Stiftung',
	ggmbh: 'gemeinnützige GmbH',
	gmbh: 'GmbH',
	syndicate: 'Mietshäuser Syndikat',
	partnership: 'GbR',
	municipal: 'Kommune oder kommunaler Betrieb',
	forming: 'in Gründung',
	other: 'andere Form'
} as const;
export type LegalForm = keyof typeof legalForms;

export const housingForms = {
	none: 'hier wohnt niemand',
	communal: 'gemeinschaftliches Wohnen',
	rental: 'Mietwohnungen',
	cooperative: 'Wohnungen einer Genossenschaft',
	trial: 'Probewohnen',
	mixed: 'gemischt',
	planned: 'Wohnen ist geplant'
} as const;
export type HousingForm = keyof typeof housingForms;

/** The facet "Leben und Arbeiten": told by the offers. */
export const lives = { living: 'Wohnen', working: 'Arbeiten', both: 'beides' } as const;
export type Life = keyof typeof lives;

/** Criteria that every awarded place meets, and those of which enough must apply. */
export const obligations = { must: 'verbindlich', should: 'wählbar' } as const;
export type Obligation = keyof typeof obligations;

export const indicatorKinds = { number: 'Zahl', share: 'Anteil in Prozent', yes_no: 'ja oder nein', text: 'Text' } as const;
export type IndicatorKind = keyof typeof indicatorKinds;

export const applicationStates = {
	draft: 'Entwurf',
	submitted: 'eingereicht',
	returned: 'zurück an die Gruppe',
	ready: 'vollständig',
	judging: 'bei der Jury',
	awarded: 'ausgezeichnet',
	not_yet: 'noch nicht',
	withdrawn: 'zurückgezogen'
} as const;
export type ApplicationState = keyof typeof applicationStates;

export const roundStates = { planned: 'geplant', open: 'Fenster offen', judging: 'Jury urteilt', closed: 'abgeschlossen' } as const;
export type RoundState = keyof typeof roundStates;

/** What a juror finds, alone and before seeing others. */
export const verdicts = { award: 'auszeichnen', not_yet: 'noch nicht' } as const;
export type Verdict = keyof typeof verdicts;
