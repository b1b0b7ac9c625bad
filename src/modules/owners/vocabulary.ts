/** Words of owners, ownership and outreach: code word to what people read. */

export const ownerKinds = {
	private_person: 'Privatperson',
	heirs_community: 'Erbengemeinschaft',
	condominium_owners: 'Wohnungseigentümergemeinschaft',
	company: 'Unternehmen',
	housing_cooperative: 'Genossenschaft',
	municipal_company: 'kommunales Unternehmen',
	municipality: 'Kommune',
	county: 'Landkreis',
	state: 'Land',
	federal: 'Bund',
	church: 'Kirche',
	association: 'Verein',
	foundation: 'Stiftung',
	insolvency_admin: 'Insolvenzverwaltung',
	unknown: 'unbekannt'
} as const;
export type OwnerKind = keyof typeof ownerKinds;

export const channels = {
	letter: 'Brief',
	phone: 'Telefon',
	mail: 'E-Mail',
	personal: 'persönlich',
	via_broker: 'über Makler:in',
	unknown: 'unbekannt'
} as const;
export type Channel = keyof typeof channels;

/** Why the municipality may keep this, Art. 6 GDPR; and with it where the data come from. */
export const legalBases = {
	public_task: 'öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO)',
	land_register_request: 'Auskunft aus dem Grundbuch (§ 12 GBO)',
	self_reported: 'selbst mitgeteilt',
	consent: 'Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)'
} as const;
export type LegalBasis = keyof typeof legalBases;

export const distances = {
	same_place: 'im selben Ort',
	same_county: 'im selben Kreis',
	same_state: 'im selben Land',
	elsewhere_DE: 'anderswo in Deutschland',
	abroad: 'im Ausland',
	unknown: 'unbekannt'
} as const;
export type Distance = keyof typeof distances;

export const ranks = {
	primary: 'an erster Stelle',
	secondary: 'weitere',
	disputed: 'strittig',
	deceased: 'verstorben',
	former: 'früher'
} as const;
export type Rank = keyof typeof ranks;

export const rights = {
	ownership: 'Eigentum',
	heritable_building_right: 'Erbbaurecht',
	usufruct: 'Nießbrauch',
	power_of_attorney: 'Vollmacht'
} as const;
export type Right = keyof typeof rights;

export const attitudes = {
	willing_to_sell: 'würde verkaufen',
	willing_to_let: 'würde vermieten oder verpachten',
	willing_for_interim_use: 'offen für Zwischennutzung',
	wants_advice: 'möchte Beratung',
	own_plans: 'hat eigene Pläne',
	undecided: 'unentschieden',
	refuses: 'möchte nicht',
	not_reached: 'noch nicht erreicht'
} as const;
export type Attitude = keyof typeof attitudes;
/** Attitudes from which something can follow. */
export const willing: readonly Attitude[] = ['willing_to_sell', 'willing_to_let', 'willing_for_interim_use'];

export const attitudeSources = {
	talk: 'Gespräch',
	phone: 'Telefonat',
	letter: 'Brief',
	mail: 'E-Mail',
	reply: 'Antwort auf ein Anschreiben',
	third_party: 'Hörensagen'
} as const;
export type AttitudeSource = keyof typeof attitudeSources;

export const adviceNeeds = {
	financing: 'Finanzierung',
	tax: 'Steuern',
	heritage: 'Denkmalschutz',
	building_permit: 'Baugenehmigung',
	inheritance: 'Erbe und Erbengemeinschaft',
	sale_price: 'Kaufpreis',
	renovation: 'Sanierung',
	tenancy_law: 'Mietrecht'
} as const;
export type AdviceNeed = keyof typeof adviceNeeds;

export const vacancyReasons = {
	inheritance_unresolved: 'Erbe ungeklärt',
	owner_unknown_or_unreachable: 'Eigentümer:in unbekannt oder nicht erreichbar',
	owner_too_old_or_ill: 'Eigentümer:in alt oder krank',
	no_buyer_found: 'niemand gefunden, der kauft',
	price_expectation_too_high: 'Preisvorstellung zu hoch',
	insolvency: 'Insolvenz',
	mortgage_or_encumbrance: 'Grundschuld oder andere Last',
	keeps_for_family: 'wird für die Familie behalten',
	keeps_as_investment: 'wird als Geldanlage behalten',
	fear_of_tenants: 'Sorge vor Mieter:innen',
	tax_reasons: 'steuerliche Gründe',
	renovation_cost_too_high: 'Sanierung zu teuer',
	heritage_requirements: 'Auflagen des Denkmalschutzes',
	contamination: 'Schadstoffe oder Altlasten',
	noise_or_neighbour: 'Lärm oder Nachbarschaft',
	traffic_location: 'Lage am Verkehr',
	change_of_use_refused: 'Nutzungsänderung abgelehnt',
	planning_law: 'Planungsrecht',
	demand_missing: 'keine Nachfrage',
	legal_dispute: 'Rechtsstreit',
	other: 'anderer Grund',
	unknown: 'unbekannt'
} as const;
export type VacancyReason = keyof typeof vacancyReasons;

/** Who sits at the lever: wanted or not by the owner, the house and its surroundings, or somebody else. */
export const reasonGroups: { title: string; reasons: readonly VacancyReason[] }[] = [
	{
		title: 'ungewollt',
		reasons: [
			...(['inheritance_unresolved', 'owner_unknown_or_unreachable', 'owner_too_old_or_ill', 'no_buyer_found'] as const),
			...(['price_expectation_too_high', 'insolvency', 'mortgage_or_encumbrance'] as const)
		]
	},
	{ title: 'gewollt', reasons: ['keeps_for_family', 'keeps_as_investment', 'fear_of_tenants', 'tax_reasons'] },
	{
		title: 'Haus und Umgebung',
		reasons: ['renovation_cost_too_high', 'heritage_requirements', 'contamination', 'noise_or_neighbour', 'traffic_location']
	},
	{ title: 'Dritte', reasons: ['change_of_use_refused', 'planning_law', 'demand_missing', 'legal_dispute'] },
	{ title: 'sonst', reasons: ['other', 'unknown'] }
];

export const exclusions = {
	do_not_contact: 'möchte nicht angeschrieben werden',
	deceased: 'verstorben',
	disputed: 'Eigentum strittig',
	no_address: 'keine vollständige Anschrift',
	recently_contacted: 'vor Kurzem angeschrieben',
	by_hand: 'von Hand herausgenommen'
} as const;
export type Exclusion = keyof typeof exclusions;

export const returnReasons = {
	moved: 'unbekannt verzogen',
	address_wrong: 'Anschrift falsch',
	refused: 'Annahme verweigert',
	deceased: 'verstorben',
	other: 'ohne Angabe'
} as const;
export type ReturnReason = keyof typeof returnReasons;

/** How an answer reaches the clerk who writes it down. */
export const toldChannels = { phone: 'am Telefon', paper: 'auf Papier', mail: 'per E-Mail', talk: 'im Gespräch' } as const;
export const replyChannels = { web: 'mit dem Code', ...toldChannels } as const;
export type ReplyChannel = keyof typeof replyChannels;

export const standings = {
	owner: 'Eigentümer:in',
	heir: 'Erbin oder Erbe',
	proxy: 'bevollmächtigt',
	not_mine: 'das Haus gehört mir nicht (mehr)'
} as const;
export type Standing = keyof typeof standings;
