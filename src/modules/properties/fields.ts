import type { propertyFields, unitForm } from './forms.ts';
import * as words from './vocabulary.ts';

export type FieldName = keyof typeof propertyFields;
export type UnitFieldName = keyof typeof unitForm.shape;

/** Who sees a field: everybody; everybody, but blurred; members of the network; the municipality alone. */
export const visibilities = { public: 'öffentlich', blurred: 'öffentlich unscharf', network: 'Netzwerk', office: 'Verwaltung' } as const;
export type Visibility = keyof typeof visibilities;

export type FieldSpec = {
	label: string;
	seen: Visibility;
	kind?: 'text' | 'long' | 'number' | 'date' | 'word' | 'words' | 'check';
	options?: Record<string, string>;
	/** What a blank choice says, for words that may stay unsaid. */
	blank?: string;
	suffix?: string;
	hint?: string;
};

const number = (label: string, seen: Visibility, suffix?: string): FieldSpec => ({ label, seen, kind: 'number', suffix });
const word = (label: string, seen: Visibility, options: Record<string, string>): FieldSpec => ({ label, seen, kind: 'word', options });
const maybe = (label: string, seen: Visibility, options: Record<string, string>): FieldSpec => ({
	...word(label, seen, options),
	blank: 'keine Angabe'
});
const list = (label: string, seen: Visibility, options: Record<string, string>): FieldSpec => ({ label, seen, kind: 'words', options });
const euro = (label: string): FieldSpec => number(label, 'office', '€ im Jahr');

/** Every field of a property: its name for people and who sees it. A field without an entry here does not compile. */
export const fields: Record<FieldName, FieldSpec> = {
	title: { label: 'Titel', seen: 'public', hint: 'So heißt der Raum öffentlich. Ohne Adresse, zum Beispiel „Gasthof zur Linde“.' },
	summary: { label: 'Kurzbeschreibung', seen: 'public', kind: 'long', hint: 'Zwei, drei Sätze: Was ist da, was könnte sein?' },
	story: { label: 'Geschichte und Besonderes', seen: 'public', kind: 'long' },
	propertyType: { ...word('Objektart', 'public', words.propertyTypes), blank: 'bitte wählen' },
	externalId: { label: 'Nummer in Ihrer Liste', seen: 'office' },
	street: { label: 'Straße', seen: 'network' },
	houseNumber: { label: 'Hausnummer', seen: 'network' },
	postalCode: { label: 'Postleitzahl', seen: 'network' },
	city: { label: 'Ort', seen: 'network' },
	district: { label: 'Ortsteil', seen: 'blurred' },
	rawAddress: { label: 'Adresse, wie sie kam', seen: 'office' },
	lat: { label: 'Breite', seen: 'blurred', hint: 'Grad, zum Beispiel 53,0152' },
	lon: { label: 'Länge', seen: 'blurred', hint: 'Grad, zum Beispiel 13,9991' },
	locationSource: word('Lage stammt aus', 'office', words.locationSources),
	publicPrecision: word('Öffentliche Genauigkeit der Lage', 'office', words.precisions),
	setting: word('Lage im Ort', 'public', words.settings),
	constructionYear: { label: 'Baujahr', seen: 'public', kind: 'number' },
	epoch: word('Bauzeit', 'public', words.epochs),
	storeys: number('Geschosse', 'public'),
	usableAreaM2: number('Nutzfläche', 'public', 'm²'),
	livingAreaM2: number('Wohnfläche', 'public', 'm²'),
	grossAreaM2: number('Gesamtfläche', 'public', 'm²'),
	plotAreaM2: number('Grundstück', 'public', 'm²'),
	areaBasis: word('Flächen sind', 'public', words.areaBases),
	outdoor: list('Außenflächen', 'public', words.outdoors),
	vacancyDegree: word('Leerstand', 'network', words.vacancyDegrees),
	vacantSince: { label: 'Leer seit', seen: 'network', kind: 'date' },
	vacantSincePrecision: maybe('Datum genau auf', 'network', words.datePrecisions),
	lastUse: word('Letzte Nutzung', 'public', words.lastUses),
	lastPermittedUse: {
		label: 'Letzte genehmigte Nutzung',
		seen: 'office',
		hint: 'Nur ein Hinweis: über den Bestandsschutz entscheidet die Bauaufsicht.'
	},
	condition: word('Zustand', 'public', words.conditions),
	heritage: word('Denkmalschutz', 'public', words.heritages),
	accessibility: word('Barrierefreiheit', 'public', words.accessibilities),
	publicAccess: word('Öffentlicher Zugang', 'public', words.publicAccesses),
	availableFrom: { label: 'Verfügbar ab', seen: 'public', kind: 'date' },
	availableUntil: { label: 'Verfügbar bis', seen: 'public', kind: 'date' },
	availabilityKind: word('Dauer', 'public', words.availabilityKinds),
	offerModes: list('Angeboten als', 'public', words.offerModes),
	priceAmount: number('Preisvorstellung', 'public', '€'),
	priceUnit: maybe('Der Betrag gilt', 'public', words.priceUnits),
	priceType: word('Art des Preises', 'public', words.priceTypes),
	ancillaryCosts: number('Nebenkosten', 'network', '€ im Monat'),
	divisibleFromM2: number('Teilbar ab', 'public', 'm²'),
	usesAllowed: list('Zulässige Nutzungen', 'public', words.uses),
	usesWanted: list('Gewünschte Nutzungen', 'public', words.uses),
	usesExcluded: list('Ausgeschlossene Nutzungen', 'public', words.uses),
	directContact: { label: 'Interessierte dürfen sich direkt melden', seen: 'public', kind: 'check' },
	isMunicipal: { label: 'Das Gebäude gehört der Kommune', seen: 'office', kind: 'check' },
	energyCertificate: maybe('Energieausweis', 'public', words.energyCertificates),
	energyClass: { label: 'Energieklasse', seen: 'public', hint: 'A+ bis H' },
	energyValue: number('Kennwert', 'public', 'kWh/(m²·a)'),
	energyValidUntil: { label: 'Ausweis gültig bis', seen: 'public', kind: 'date' },
	heating: { label: 'Heizung', seen: 'public' },
	heatingFuel: { label: 'Energieträger', seen: 'public' },
	electricity: maybe('Strom', 'public', words.yesNo),
	water: maybe('Wasser', 'public', words.yesNo),
	sewer: maybe('Abwasser', 'public', words.yesNo),
	gas: maybe('Gas', 'public', words.yesNo),
	districtHeating: maybe('Fernwärme', 'public', words.yesNo),
	broadband: maybe('Schnelles Internet', 'public', words.yesNo),
	contamination: list('Altlasten und Schadstoffe', 'network', words.pollutants),
	planningKind: maybe('Planungsrecht', 'network', words.planningKinds),
	planningZone: { label: 'Gebietsart', seen: 'network', hint: 'MU, MI, WA, GE …' },
	planningNote: { label: 'Anmerkung zum Planungsrecht', seen: 'network', kind: 'long' },
	renovationLow: number('Sanierung, niedrig geschätzt', 'network', '€'),
	renovationHigh: number('Sanierung, hoch geschätzt', 'network', '€'),
	renovationBasis: maybe('Schätzung durch', 'network', words.estimateBases),
	renovationDate: { label: 'Stand der Schätzung', seen: 'network', kind: 'date' },
	stopDistanceM: number('Zur Haltestelle', 'public', 'm'),
	stationMin: number('Zum Bahnhof', 'public', 'min'),
	motorwayMin: number('Zur Autobahn', 'public', 'min'),
	accessSource: { label: 'Woher die Wege stammen', seen: 'public' },
	costPropertyTax: euro('Grundsteuer'),
	costInsurance: euro('Versicherung'),
	costMaintenance: euro('Unterhalt'),
	costSecurity: euro('Sicherung'),
	costWinterService: euro('Winterdienst'),
	costOther: euro('Sonstiges'),
	costBearer: maybe('Das trägt', 'office', { owner: 'Eigentümer:in', municipality: 'Kommune' }),
	cadastral: { label: 'Flurstücke', seen: 'office', kind: 'long', hint: 'Eines je Zeile: Gemarkung; Flur; Flurstück' },
	buildingId: { label: 'Amtliche Gebäudekennung', seen: 'office' },
	features: { label: 'Ausstattung', seen: 'public', kind: 'long', hint: 'Eines je Zeile, zum Beispiel „Bühne“ oder „Küche: nicht dabei“' },
	toilet: maybe('Barrierefreies WC', 'public', words.yesNo),
	lift: maybe('Aufzug', 'public', words.yesNo),
	usesNote: { label: 'Anmerkung zu Nutzungen', seen: 'public', kind: 'long' }
};

export type Section = { id: string; title: string; names: FieldName[]; folded?: boolean };

/** The whole form in the order a person thinks. The group names are those of provenance. */
export const sections: Section[] = [
	{ id: 'address', title: 'Adresse und Lage', names: ['street', 'houseNumber', 'postalCode', 'city', 'district', 'lat', 'lon', 'setting'] },
	{ id: 'texts', title: 'Wie es erzählt wird', names: ['title', 'summary', 'story'] },
	{
		id: 'building',
		title: 'Gebäude',
		names: ['propertyType', 'constructionYear', 'epoch', 'storeys', 'heritage', 'accessibility', 'publicAccess', 'condition']
	},
	{
		id: 'areas',
		title: 'Größe',
		names: ['usableAreaM2', 'livingAreaM2', 'grossAreaM2', 'plotAreaM2', 'divisibleFromM2', 'areaBasis', 'outdoor']
	},
	{
		id: 'vacancy',
		title: 'Leerstand',
		names: ['vacancyDegree', 'vacantSince', 'vacantSincePrecision', 'lastUse', 'lastPermittedUse', 'isMunicipal']
	},
	{ id: 'offer', title: 'Angebot', names: ['offerModes', 'availableFrom', 'availableUntil', 'availabilityKind', 'directContact'] },
	{ id: 'price', title: 'Preis', names: ['priceAmount', 'priceUnit', 'priceType', 'ancillaryCosts'] },
	{ id: 'uses', title: 'Nutzungen', names: ['usesWanted', 'usesAllowed', 'usesExcluded', 'usesNote'], folded: true },
	{
		id: 'equipment',
		title: 'Ausstattung, Erschließung, Energie, Wege',
		folded: true,
		names: [
			...(['features', 'toilet', 'lift', 'electricity', 'water', 'sewer', 'gas', 'districtHeating', 'broadband'] as const),
			...(['energyCertificate', 'energyClass', 'energyValue', 'energyValidUntil', 'heating', 'heatingFuel'] as const),
			...(['stopDistanceM', 'stationMin', 'motorwayMin', 'accessSource'] as const)
		]
	},
	{
		id: 'law',
		title: 'Recht, Boden, Sanierung',
		folded: true,
		names: [
			...(['planningKind', 'planningZone', 'planningNote', 'contamination', 'cadastral', 'buildingId'] as const),
			...(['renovationLow', 'renovationHigh', 'renovationBasis', 'renovationDate'] as const)
		]
	},
	{
		id: 'costs',
		title: 'Kosten des Nichtstuns',
		folded: true,
		names: [
			...(['costPropertyTax', 'costInsurance', 'costMaintenance', 'costSecurity', 'costWinterService', 'costOther'] as const),
			'costBearer'
		]
	}
];

export const unitFields: Record<UnitFieldName, FieldSpec> = {
	label: { label: 'Name des Teils', seen: 'public', hint: 'Zum Beispiel „Gaststube“ oder „Laden links“' },
	unitType: word('Art', 'public', words.unitTypes),
	floor: word('Geschoss', 'public', words.floors),
	areaMinM2: number('Fläche von', 'public', 'm²'),
	areaMaxM2: number('Fläche bis', 'public', 'm²'),
	divisibleFromM2: number('Teilbar ab', 'public', 'm²'),
	ceilingHeightM: number('Raumhöhe', 'public', 'm'),
	daylight: word('Tageslicht', 'network', words.yesNo),
	heated: word('Heizung', 'network', words.yesNo),
	waterConnection: word('Wasseranschluss', 'network', words.yesNo),
	power: word('Strom', 'public', words.powers),
	accessibility: word('Barrierefreiheit', 'public', words.accessibilities),
	maxPersons: number('Personen zulässig', 'public'),
	usesWanted: list('Gewünschte Nutzungen', 'public', words.uses),
	availableFrom: { label: 'Verfügbar ab', seen: 'public', kind: 'date' },
	availableUntil: { label: 'Verfügbar bis', seen: 'network', kind: 'date' },
	priceAmount: number('Preis', 'public', '€'),
	priceUnit: maybe('Der Betrag gilt', 'public', words.priceUnits),
	priceType: word('Art des Preises', 'public', words.priceTypes),
	unitState: word('Stand', 'public', words.unitStates),
	waitingListOpen: { label: 'Warteliste offen', seen: 'network', kind: 'check' }
};
