import type { Wish } from './pair.ts';

/** A wish for anything anywhere: no criterion counts. */
export const anyWish: Wish = {
	requestId: '',
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
	offerModesAreHard: false,
	maxMonthly: null,
	maxPurchase: null,
	conditions: [],
	selfHelp: 'none',
	heritageOk: 'indifferent',
	accessibilityRequired: false,
	publicAccessNeeded: false
};
