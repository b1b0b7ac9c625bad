import * as words from '#modules/properties/vocabulary.ts';
import type { spaces } from '#modules/properties/server/tables.ts';

/** A published space: the projection and nothing else. */
export type Space = typeof spaces.$inferSelect;
type Value = string | number | Date | null;
type Column = { header: string; value: (space: Space, baseUrl: string) => Value };

const many = <K extends string>(table: Record<K, string>, keys: readonly K[]) => keys.map((key) => table[key] ?? key).join(', ');
const known = <K extends string>(table: Record<K, string>, key: K) => (key === 'unknown' ? null : (table[key] ?? key));

/** The columns of a downloaded list, in their order, with the words people read. */
export const columns: Column[] = [
	{ header: 'Kennung', value: (s) => s.reference },
	{ header: 'Titel', value: (s) => s.title },
	{ header: 'Adresse im Netz', value: (s, baseUrl) => `${baseUrl}/raeume/${s.slug}` },
	{ header: 'Gemeinde', value: (s) => s.municipality },
	{ header: 'AGS', value: (s) => s.ags },
	{ header: 'Kreis', value: (s) => s.districtName },
	{ header: 'Breite', value: (s) => s.lat },
	{ header: 'Länge', value: (s) => s.lon },
	{ header: 'Genauigkeit der Lage', value: (s) => words.precisions[s.precision] },
	{ header: 'Art', value: (s) => known(words.propertyTypes, s.propertyType) },
	{ header: 'Letzte Nutzung', value: (s) => known(words.lastUses, s.lastUse) },
	{ header: 'Baujahr', value: (s) => s.constructionYear },
	{ header: 'Geschosse', value: (s) => s.storeys },
	{ header: 'Fläche ab m²', value: (s) => s.areaMinM2 },
	{ header: 'Fläche bis m²', value: (s) => s.areaMaxM2 },
	{ header: 'Grundstück m²', value: (s) => s.plotAreaM2 },
	{ header: 'Nutzungen', value: (s) => many(words.uses, s.uses) },
	{ header: 'Angebot', value: (s) => many(words.offerModes, s.offers) },
	{ header: 'Preis €', value: (s) => s.priceAmount },
	{ header: 'Preis je', value: (s) => s.priceUnit && words.priceUnits[s.priceUnit] },
	{ header: 'Preisart', value: (s) => known(words.priceTypes, s.priceType) },
	{ header: 'Zustand', value: (s) => known(words.conditions, s.condition) },
	{ header: 'Denkmal', value: (s) => known(words.heritages, s.heritage) },
	{ header: 'Barrierefreiheit', value: (s) => known(words.accessibilities, s.accessibility) },
	{ header: 'Verfügbar ab', value: (s) => s.availableFrom },
	{ header: 'Verfügbar bis', value: (s) => s.availableUntil },
	{ header: 'Kurzbeschreibung', value: (s) => s.summary },
	{ header: 'Zuletzt bestätigt', value: (s) => s.lastConfirmedAt },
	{ header: 'Veröffentlicht', value: (s) => s.publishedAt },
	{ header: 'Beispieldaten', value: (s) => (s.isDemo ? 'ja' : null) }
];

/** The properties of a GeoJSON feature: the words of the API, so that programs find what they know. */
export const properties = (space: Space, baseUrl: string) => ({
	slug: space.slug,
	title: space.title,
	ags: space.ags,
	municipality: space.municipality,
	precision: space.precision,
	propertyType: space.propertyType,
	areaMin: space.areaMinM2,
	areaMax: space.areaMaxM2,
	uses: space.uses,
	offers: space.offers,
	price: space.priceAmount,
	priceUnit: space.priceUnit,
	condition: space.condition,
	heritage: space.heritage,
	lastConfirmedAt: space.lastConfirmedAt?.toISOString() ?? null,
	isDemo: space.isDemo,
	url: `${baseUrl}/raeume/${space.slug}`
});
