import type { Offer } from './pair.ts';

/** An offer that nobody has described yet: which criteria count for a wish is asked of it. */
export const unknownOffer: Offer = {
	spaceId: '',
	unitId: null,
	ags: '',
	municipality: '',
	lat: null,
	lon: null,
	setting: 'unknown',
	areaMinM2: null,
	areaMaxM2: null,
	uses: [],
	usesAllowed: [],
	usesExcluded: [],
	offers: [],
	priceMonthly: null,
	pricePurchase: null,
	priceType: 'unknown',
	condition: 'unknown',
	heritage: 'unknown',
	accessibility: 'unknown',
	publicAccess: 'unknown',
	availableFrom: null,
	availableUntil: null,
	availabilityKind: 'unknown',
	goals: []
};
