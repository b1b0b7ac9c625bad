import type * as words from '#modules/properties/vocabulary.ts';
import type { RequestKind, SelfHelp } from '#modules/requests/vocabulary.ts';

/**
 * One offered space, whole or a part, as the public projection tells it. Areas in m², money in euro, WGS84 degrees (already blurred: a
 * match must not leak). `null`, `unknown` and empty lists mean that nobody has said it yet.
 */
export type Offer = {
	spaceId: string;
	unitId: string | null;
	ags: string;
	municipality: string;
	lat: number | null;
	lon: number | null;
	setting: words.Setting;
	/** Anything between the two can be had; equal when it is not divisible; `areaMinM2` null when nobody knows. */
	areaMinM2: number | null;
	areaMaxM2: number | null;
	uses: readonly words.Use[];
	usesAllowed: readonly words.Use[];
	usesExcluded: readonly words.Use[];
	offers: readonly words.OfferMode[];
	priceMonthly: number | null;
	pricePurchase: number | null;
	priceType: words.PriceType;
	condition: words.Condition;
	heritage: words.Heritage;
	accessibility: words.Accessibility;
	publicAccess: words.PublicAccess;
	availableFrom: string | null;
	availableUntil: string | null;
	availabilityKind: words.AvailabilityKind;
	/** What the municipality wants for the common good; empty when it has not said so. */
	goals: readonly words.CommonGood[];
};

/** What a request wishes. An empty wish means: does not matter, and its criterion does not count. */
export type Wish = {
	requestId: string;
	requestKind: RequestKind;
	uses: readonly words.Use[];
	commonGood: readonly words.CommonGood[];
	areaMinM2: number | null;
	areaMaxM2: number | null;
	areaIsHard: boolean;
	regionAgs: readonly string[];
	regionName: string | null;
	regionLat: number | null;
	regionLon: number | null;
	radiusKm: number | null;
	regionIsHard: boolean;
	settings: readonly words.Setting[];
	/** ISO dates. */
	startFrom: string | null;
	startLatest: string | null;
	durationMonths: number | null;
	interimOk: boolean;
	offerModes: readonly words.OfferMode[];
	offerModesAreHard: boolean;
	maxMonthly: number | null;
	maxPurchase: number | null;
	conditions: readonly words.Condition[];
	selfHelp: SelfHelp;
	heritageOk: 'yes' | 'no' | 'indifferent';
	accessibilityRequired: boolean;
	publicAccessNeeded: boolean;
};

/** How one criterion judges one pair. `share` is the part of its weight that it earns: 1 full, 0 none; unknown earns half. */
export type Verdict = {
	outcome: 'fits' | 'tension' | 'conflict' | 'unknown';
	share: number;
	/** German, neutral in address, with the real numbers: both sides read the same sentence. */
	text: string;
	/** A conflict that excludes the pair. */
	excludes?: boolean;
};

/** One wish made smaller so that a conflict goes away: what people read after "passt, wenn …", and the wish as it would be then. */
export type Relaxation = { text: string; wish: Wish };

export type Criterion = {
	/** `null`: the request wishes nothing here, the criterion does not count. */
	judge: (offer: Offer, wish: Wish) => Verdict | null;
	/** What to ask when it is unknown, and whom. */
	question: { text: string; ask: 'provider' | 'municipality' };
	relax?: (offer: Offer, wish: Wish) => Relaxation | null;
};

export const fits = (text: string, share = 1): Verdict => ({ outcome: 'fits', share, text });
export const tension = (text: string, share: number): Verdict => ({ outcome: 'tension', share, text });
export const conflict = (text: string, excludes = false): Verdict => ({ outcome: 'conflict', share: 0, text, excludes });
/** Neither reward nor punishment: half, below every known fit and above every known conflict. */
export const unknown = (text: string): Verdict => ({ outcome: 'unknown', share: 0.5, text });
