/** What a column of a list can mean. `kind` says how its cells are read; `group` is where its provenance is recorded. */
export type Kind =
	| 'id'
	| 'text'
	| 'address'
	| 'number'
	| 'area'
	| 'year'
	| 'date'
	| 'money'
	| 'coordinate'
	| 'point'
	| 'system'
	| 'word'
	| 'words'
	| 'yesno'
	| 'keep'
	| 'skip';

const field = <K extends Kind>(label: string, kind: K, hint?: string) => ({ label, kind, hint });

export const fields = {
	externalId: field('Kennung in Ihrer Liste', 'id', 'Damit wird ein Objekt beim nächsten Mal wiedererkannt.'),
	title: field('Bezeichnung', 'text'),
	address: field('Adresse in einer Zelle', 'address', 'Zum Beispiel „Hauptstraße 12, 16278 Angermünde“.'),
	street: field('Straße (auch mit Hausnummer)', 'address'),
	houseNumber: field('Hausnummer', 'text'),
	postalCode: field('Postleitzahl', 'text'),
	city: field('Ort', 'text'),
	district: field('Ortsteil', 'text'),
	lon: field('Längengrad, Ost- oder Rechtswert', 'coordinate'),
	lat: field('Breitengrad, Nord- oder Hochwert', 'coordinate'),
	point: field('Koordinaten in einer Zelle', 'point'),
	system: field('Koordinatensystem', 'system'),
	propertyType: field('Objektart', 'word'),
	summary: field('Kurzbeschreibung', 'text'),
	setting: field('Lage im Ort', 'word'),
	constructionYear: field('Baujahr', 'year'),
	storeys: field('Geschosse', 'number'),
	usableAreaM2: field('Nutzfläche in m²', 'area'),
	livingAreaM2: field('Wohnfläche in m²', 'area'),
	grossAreaM2: field('Gesamtfläche in m²', 'area'),
	plotAreaM2: field('Grundstücksfläche in m²', 'area'),
	condition: field('Bauzustand', 'word'),
	heritage: field('Denkmalschutz', 'word'),
	accessibility: field('Barrierefreiheit', 'word'),
	vacancyDegree: field('Leerstand (ganz, teilweise …)', 'word'),
	vacantSince: field('Leer seit', 'date'),
	lastUse: field('Letzte Nutzung', 'word'),
	offerModes: field('Angebot (Kauf, Miete …)', 'words'),
	priceAmount: field('Preis', 'money'),
	rentAmount: field('Miete im Monat', 'money'),
	ancillaryCosts: field('Nebenkosten', 'money'),
	availableFrom: field('Verfügbar ab', 'date'),
	usesWanted: field('Gewünschte Nutzungen', 'words'),
	isMunicipal: field('Gehört der Kommune (ja/nein)', 'yesno'),
	other: field('Als Zusatzangabe aufheben', 'keep', 'Steht nur im Büro, nie öffentlich.'),
	ignore: field('Nicht übernehmen', 'skip')
} as const;
export type FieldId = keyof typeof fields;

export const fieldLabels = Object.fromEntries(Object.entries(fields).map(([id, { label }]) => [id, label])) as Record<FieldId, string>;
export const isField = (id: string): id is FieldId => Object.hasOwn(fields, id);

/** Fields that several columns may fill; every other field belongs to one column. */
export const shared: ReadonlySet<FieldId> = new Set<FieldId>(['other', 'ignore']);

/** What was understood of one column, and why. */
export type Column = {
	/** From 0. */
	index: number;
	name: string;
	field: FieldId;
	/** 0 to 1; 1 when a person chose it. */
	confidence: number;
	why: string;
	samples: string[];
	/** A unit that stands in the header: "ha" makes every number ten thousand times larger. */
	unit?: string;
	numbers?: 'german' | 'point';
	slashes?: 'dmy' | 'mdy' | null;
};
