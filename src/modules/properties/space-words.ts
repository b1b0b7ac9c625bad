import { dayOf } from '#lib/calendar.ts';
import type { SpaceCardFacts } from '#lib/ui/SpaceCard.svelte';
import { ageOf, type Age } from '#lib/text/age.ts';
import { euro, germanDay, squareMetres } from '#lib/text/german.ts';
import { missingFacts, type SpaceCard } from './space-card.ts';
import type { SpaceRow } from './to-space.ts';
import { offerModes, priceTypes, type PriceType, type PriceUnit } from './vocabulary.ts';

/** How a published space reads: sizes, prices, ages as people say them. */

type Size = Pick<SpaceRow, 'areaMinM2' | 'areaMaxM2'>;
type Price = { priceAmount?: number | null; priceUnit?: PriceUnit | null; priceType: PriceType };

/** Where a picture or plan of the register is fetched. */
export const mediaAddress = (key: string): string => `/medien/${key.replace(/^media\//, '')}`;

export const placeLine = ({ municipality, districtName }: Pick<SpaceRow, 'municipality' | 'districtName'>): string =>
	districtName.includes(municipality) ? municipality : `${municipality}, ${districtName}`;

/** "380 m², ab 60 m² teilbar" */
export function sizeLine({ areaMinM2, areaMaxM2 }: Size): string | null {
	if (areaMaxM2 == null) return areaMinM2 == null ? null : `ab ${squareMetres(areaMinM2)}`;
	const divisible = areaMinM2 != null && areaMinM2 < areaMaxM2 ? `, ab ${squareMetres(areaMinM2)} teilbar` : '';
	return `${squareMetres(areaMaxM2)}${divisible}`;
}

const perUnit: Record<PriceUnit, string> = { total: '', month: ' im Monat', m2_month: ' je m² und Monat', year: ' im Jahr' };

/** "3,50 € je m² und Monat, Verhandlung"; null when nothing is known. */
export function priceLine({ priceAmount, priceUnit, priceType }: Price): string | null {
	const type = priceType === 'unknown' ? null : priceTypes[priceType];
	if (priceAmount == null) return type;
	const amount = `${euro(priceAmount)}${perUnit[priceUnit ?? 'total']}`;
	return type && priceType !== 'fixed' ? `${amount}, ${type}` : amount;
}

/** "Miete · Zwischennutzung, 3,50 € je m² und Monat" */
export function offerLine({ offers, ...price }: { offers: SpaceCard['offers'] } & Price): string | null {
	const modes = offers.map((offer) => offerModes[offer]).join(' · ');
	return [modes, priceLine(price)].filter(Boolean).join(', ') || null;
}

const day = 86_400_000;
export const isNew = (publishedAt: Date, now: Date): boolean => now.getTime() - publishedAt.getTime() < 14 * day;

/** "frei ab sofort", "frei ab 1.3.2027"; null is unknown. */
export function availabilityLine(from: string | null | undefined, now: Date): string | null {
	if (!from) return null;
	return from <= dayOf(now) ? 'ab sofort' : `ab ${germanDay(from)}`;
}

export const facadeFacts = (space: Pick<SpaceRow, 'propertyType' | 'storeys' | 'areaMaxM2' | 'lit' | 'heritage' | 'reference'>) => ({
	kind: space.propertyType,
	storeys: space.storeys,
	area: space.areaMaxM2,
	lit: space.lit / 100,
	heritage: space.heritage === 'single_monument' || space.heritage === 'ensemble',
	seed: space.reference
});

function cardTag(space: SpaceCard, { now, age }: { now: Date; age: Age }): SpaceCardFacts['tag'] {
	if (age.isOld) return { text: 'bitte bestätigen', tone: 'clay' };
	if (space.lit >= 100) return { text: 'wieder in Nutzung' };
	if (space.lit >= 75) return { text: 'im Umbau', tone: 'warm' };
	if (space.lit >= 35) return { text: 'in Vermittlung', tone: 'warm' };
	return isNew(space.publishedAt, now) ? { text: 'neu' } : null;
}

/** A space as a card reads it. */
export function cardFacts(space: SpaceCard, now: Date): SpaceCardFacts {
	const age = ageOf(space.lastConfirmedAt, now);
	const distance = space.distanceKm === null ? '' : ` · ${space.distanceKm < 1 ? 'unter 1' : Math.round(space.distanceKm)} km`;
	const { picture } = space;
	return {
		slug: space.slug,
		title: space.title,
		place: placeLine(space) + distance,
		size: sizeLine(space),
		offer: offerLine(space),
		tag: cardTag(space, { now, age }),
		age: age.text,
		missing: space.missing.length ? `Angabe fehlt: ${space.missing.map((fact) => missingFacts[fact]).join(', ')}` : null,
		facade: facadeFacts(space),
		picture: picture && { src: mediaAddress(picture.key), alt: picture.alt, width: picture.width, height: picture.height }
	};
}
