import type { OfferMode, PriceUnit } from './vocabulary.ts';

type Price = { priceAmount: number | null; priceUnit: PriceUnit | null };
export type Priced = Price & {
	offerModes: readonly OfferMode[];
	areaM2: number | null;
	parts: readonly (Price & { areaM2: number | null })[];
};

const monthly = ({ priceAmount, priceUnit }: Price, areaM2: number | null): number | null => {
	if (priceAmount === null) return null;
	if (priceUnit === 'month') return priceAmount;
	if (priceUnit === 'year') return priceAmount / 12;
	return priceUnit === 'm2_month' && areaM2 !== null ? priceAmount * areaM2 : null;
};

const cents = (euro: number | null) => (euro === null ? null : Math.round(euro * 100) / 100);

/** Comparable prices: euro a month (the cheapest part when the whole has none) and euro in total; null is unknown. Lending costs nothing. */
export function comparablePrice({ offerModes, areaM2, parts, ...price }: Priced): {
	priceMonthly: number | null;
	pricePurchase: number | null;
} {
	const ofParts = parts.map((part) => monthly(part, part.areaM2)).filter((euro) => euro !== null);
	const lent = offerModes.length === 1 && offerModes[0] === 'free_use' && price.priceAmount === null ? 0 : null;
	const cheapest = ofParts.length ? Math.min(...ofParts) : null;
	return {
		priceMonthly: cents(monthly(price, areaM2) ?? cheapest ?? lent),
		pricePurchase: price.priceUnit === 'total' ? cents(price.priceAmount) : null
	};
}
