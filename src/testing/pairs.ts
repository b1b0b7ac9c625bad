import type { Offer, Wish } from '#modules/matching/pair.ts';
import { unknownOffer } from '#modules/matching/unknown-offer.ts';

/** An offer that nobody has described yet, except for these facts. */
export const anOffer = (facts: Partial<Offer> = {}): Offer => ({
	...unknownOffer,
	spaceId: 'haus',
	ags: '12073008',
	municipality: 'Angermünde',
	...facts
});

/** A request that wishes nothing yet. */
export const aWish = (wishes: Partial<Wish> = {}): Wish => ({
	requestId: 'gesuch',
	requestKind: 'find_space',
	uses: [],
	commonGood: [],
	areaMinM2: null,
	areaMaxM2: null,
	areaIsHard: false,
	regionAgs: [],
	regionName: null,
	regionLat: null,
	regionLon: null,
	radiusKm: null,
	regionIsHard: false,
	settings: [],
	startFrom: null,
	startLatest: null,
	durationMonths: null,
	interimOk: true,
	offerModes: [],
	offerModesAreHard: true,
	maxMonthly: null,
	maxPurchase: null,
	conditions: [],
	selfHelp: 'none',
	heritageOk: 'indifferent',
	accessibilityRequired: false,
	publicAccessNeeded: false,
	...wishes
});
