import { publicPoint, type Point } from './blur.ts';
import type { PublicFacts, PublicPicture, PublicUnit } from './facts.ts';
import { shownPrecision } from './shown.ts';
import { lastUseSynonyms, typeSynonyms, useSynonyms } from './search-words.ts';
import type { media, properties, spaces, units } from './server/tables.ts';
import { comparablePrice } from './space-price.ts';
import * as words from './vocabulary.ts';
import { litBy, publicWay, type Step } from './way.ts';

export type Property = typeof properties.$inferSelect;
export type Unit = typeof units.$inferSelect;
export type Medium = typeof media.$inferSelect;
export type SpaceRow = Omit<typeof spaces.$inferInsert, 'search'>;
export type Town = {
	ags: string;
	name: string;
	slug: string;
	stateCode: string;
	districtCode: string;
	districtName: string;
	lat: number | null;
	lon: number | null;
};
/** Everything the public face of one property is made from. */
export type Source = {
	property: Property;
	units: Unit[];
	media: Medium[];
	town: Town;
	steps: Step[];
	slug: string;
	secret: string;
	/** The oldest record of the same building: what stands at one address is moved alike, so that two points teach no more than one. */
	placeId: string;
	now: Date;
};

const onOffer = (unit: Unit) => unit.unitState !== 'let' && unit.unitState !== 'unavailable';

export const areaOf = (p: Property): number | null =>
	p.usableAreaM2 ?? p.livingAreaM2 ?? p.grossAreaM2 ?? (p.propertyType === 'garden_plot' ? p.plotAreaM2 : null);

const unitArea = (unit: Unit) => unit.areaMaxM2 ?? unit.areaMinM2;
const sum = (numbers: number[]) => (numbers.length ? numbers.reduce((a, b) => a + b, 0) : null);
const known = (numbers: (number | null)[]): number[] => numbers.filter((n) => n !== null && n > 0) as number[];

/** Smallest part on offer and the whole, m². */
export function areas(p: Property, parts: Unit[]): { areaMinM2: number | null; areaMaxM2: number | null } {
	const whole = areaOf(p) ?? sum(known(parts.map(unitArea)));
	const smallest = known([
		p.divisibleFromM2,
		...parts.filter(onOffer).flatMap((u) => [u.divisibleFromM2, u.areaMinM2, u.areaMaxM2]),
		whole
	]);
	return { areaMinM2: smallest.length ? Math.min(...smallest) : null, areaMaxM2: whole };
}

const picture = (m: Medium): PublicPicture => ({
	key: m.key,
	width: m.width ?? 0,
	height: m.height ?? 0,
	alt: m.alt ?? '',
	...(m.caption && { caption: m.caption }),
	...(m.credit && { credit: m.credit })
});

const publicUnit = (u: Unit): PublicUnit => ({
	id: u.id,
	label: u.label,
	unitType: u.unitType,
	floor: u.floor,
	areaMinM2: u.areaMinM2,
	areaMaxM2: u.areaMaxM2,
	divisibleFromM2: u.divisibleFromM2,
	ceilingHeightM: u.ceilingHeightM,
	uses: u.usesWanted,
	power: u.power,
	accessibility: u.accessibility,
	maxPersons: u.maxPersons,
	availableFrom: u.availableFrom,
	priceAmount: u.priceAmount,
	priceUnit: u.priceUnit,
	priceType: u.priceType,
	unitState: u.unitState
});

const facts = (p: Property): PublicFacts => ({
	outdoor: p.outdoor,
	energy: p.details.energy,
	utilities: p.details.utilities,
	access: p.details.access,
	features: p.details.features,
	toilet: p.details.toilet,
	lift: p.details.lift,
	areaBasis: p.areaBasis,
	usesAllowed: p.usesAllowed,
	usesNote: p.details.usesNote,
	divisibleFromM2: p.divisibleFromM2,
	directContact: p.directContact
});

/** Every word somebody may look for; the database folds them. The part of town counts only where the precision shows it. */
function searchText({ property: p, units, town }: Source, uses: words.Use[]): string {
	const precise = ['exact', 'street', 'district'].includes(shownPrecision(p));
	const texts = [p.title, p.summary, p.story, words.propertyTypes[p.propertyType], typeSynonyms[p.propertyType]];
	for (const use of uses) texts.push(words.uses[use], useSynonyms[use]);
	for (const offer of p.offerModes) if (offer !== 'undecided') texts.push(words.offerModes[offer]);
	for (const unit of units) texts.push(unit.label, words.unitTypes[unit.unitType]);
	for (const feature of p.details.features ?? []) if (feature.status !== 'not_included') texts.push(feature.name);
	if (p.lastUse !== 'unknown') texts.push(words.lastUses[p.lastUse], lastUseSynonyms[p.lastUse]);
	if (p.heritage !== 'none' && p.heritage !== 'unknown') texts.push('Denkmal', words.heritages[p.heritage]);
	if (p.setting !== 'unknown') texts.push(words.settings[p.setting]);
	texts.push(town.name, town.districtName, precise ? p.district : null);
	return texts.filter(Boolean).join(' ');
}

const price = (p: Property, units: Unit[], areaM2: number | null) => ({
	priceAmount: p.priceAmount,
	priceUnit: p.priceUnit,
	priceType: p.priceType,
	...comparablePrice({
		priceAmount: p.priceAmount,
		priceUnit: p.priceUnit,
		offerModes: p.offerModes,
		areaM2,
		parts: units.filter(onOffer).map((u) => ({ priceAmount: u.priceAmount, priceUnit: u.priceUnit, areaM2: unitArea(u) }))
	})
});

function place({ property: p, town, secret, placeId }: Source) {
	const precision = shownPrecision(p);
	const centre: Point | null = town.lat === null || town.lon === null ? null : { lat: town.lat, lon: town.lon };
	const point = publicPoint({ lat: p.lat, lon: p.lon, precision, id: placeId, secret, centre });
	return { precision, lat: point?.lat ?? null, lon: point?.lon ?? null };
}

const town = ({ town: t }: Source) => ({
	ags: t.ags,
	stateCode: t.stateCode,
	districtCode: t.districtCode,
	municipality: t.name,
	municipalitySlug: t.slug,
	districtName: t.districtName
});

function building(p: Property) {
	const { title, summary, story, propertyType, setting, lastUse, constructionYear, epoch, storeys, plotAreaM2 } = p;
	const { condition, heritage, accessibility, publicAccess, availableFrom, availableUntil, availabilityKind, isDemo } = p;
	return {
		...{ title, summary, story, propertyType, setting, lastUse, constructionYear, epoch, storeys, plotAreaM2 },
		...{ condition, heritage, accessibility, publicAccess, availableFrom, availableUntil, availabilityKind, isDemo }
	};
}

function pictures(all: Medium[]) {
	const shown = all.filter((m) => m.visibility === 'public').sort((a, b) => a.position - b.position);
	const seen = shown.filter((m) => m.width && m.alt).map(picture);
	const documents = shown.filter((m) => !m.width).map((m) => ({ key: m.key, title: m.caption || m.alt || 'Plan', bytes: m.bytes }));
	return { picture: seen[0] ?? null, pictures: seen, documents };
}

/** The face as it would be published now, whether it may be or not: what the preview shows. Nothing but what is named here gets out. */
export function toSpace(source: Source): SpaceRow {
	const { property: p, units, slug, steps, now } = source;
	const { areaMinM2, areaMaxM2 } = areas(p, units);
	const uses = [...new Set([...p.usesWanted, ...units.filter(onOffer).flatMap((u) => u.usesWanted)])];
	return {
		id: p.id,
		slug,
		reference: p.reference,
		...town(source),
		...place(source),
		...building(p),
		areaMinM2,
		areaMaxM2,
		uses,
		usesExcluded: p.usesExcluded,
		offers: p.offerModes,
		...price(p, units, areaMaxM2),
		lit: litBy[p.lifecycleState],
		...pictures(source.media),
		units: [...units].sort((a, b) => a.position - b.position).map(publicUnit),
		facts: facts(p),
		way: publicWay(steps, { state: p.lifecycleState, publishedAt: p.publishedAt }),
		lastConfirmedAt: p.lastConfirmedAt,
		confirmedBy: p.confirmedBy,
		stale: p.stale,
		publishedAt: p.publishedAt ?? now,
		changedAt: now,
		searchText: searchText(source, uses)
	};
}
