import type { Offer, Wish } from './pair.ts';
import { unknownOffer } from './unknown-offer.ts';

/** The inn at the market of Angermünde, as an example on the page that explains the score. Invented. */
export const exampleOffer: Offer = {
	...unknownOffer,
	spaceId: 'gasthof',
	ags: '12073008',
	municipality: 'Angermünde',
	lat: 53.0146,
	lon: 14.0017,
	setting: 'town_centre',
	areaMinM2: 60,
	areaMaxM2: 380,
	uses: ['workshop_makerspace', 'cafe', 'stage_culture'],
	offers: ['heritable_building_right', 'lease'],
	priceType: 'concept_only',
	condition: 'refurbishment_needed',
	heritage: 'single_monument',
	publicAccess: 'yes',
	goals: ['meeting_place', 'repair_reuse']
};

/** "Offene Werkstatt mit Café", as an example. Invented. */
export const exampleWish: Wish = {
	requestId: 'werkhof',
	requestKind: 'find_space',
	uses: ['workshop_makerspace', 'cafe'],
	commonGood: ['meeting_place', 'repair_reuse', 'education'],
	areaMinM2: 80,
	areaMaxM2: 120,
	areaIsHard: false,
	regionAgs: [],
	regionName: 'Eberswalde',
	regionLat: 52.8335,
	regionLon: 13.8186,
	radiusKm: 30,
	regionIsHard: true,
	settings: [],
	startFrom: null,
	startLatest: null,
	durationMonths: null,
	interimOk: true,
	offerModes: ['lease', 'rent'],
	offerModesAreHard: true,
	maxMonthly: 800,
	maxPurchase: null,
	conditions: ['minor_works'],
	selfHelp: 'some',
	heritageOk: 'no',
	accessibilityRequired: false,
	publicAccessNeeded: true
};
