import fc from 'fast-check';
import type { Offer, Wish } from '#modules/matching/pair.ts';
import * as words from '#modules/properties/vocabulary.ts';
import { requestKinds, selfHelps } from '#modules/requests/vocabulary.ts';

const oneOf = <K extends string>(record: Record<K, string>) => fc.constantFrom(...(Object.keys(record) as K[]));
const some = <K extends string>(record: Record<K, string>, maxLength = 3) => fc.uniqueArray(oneOf(record), { maxLength });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const lat = fc.double({ min: 52, max: 54, noNaN: true });
const lon = fc.double({ min: 12, max: 15, noNaN: true });
const square = fc.integer({ min: 10, max: 900 });
const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const ags = fc.constantFrom('12073008', '12062224', '14521410', '09479135');
const euro = fc.integer({ min: 50, max: 5000 });

/** Any offer that the projection could hold. */
export const anyOffer: fc.Arbitrary<Offer> = fc
	.record({
		spaceId: fc.uuid(),
		unitId: fc.constant(null),
		ags,
		municipality: fc.constant('Angermünde'),
		place: maybe(fc.record({ lat, lon })),
		setting: oneOf(words.settings),
		areas: fc.tuple(maybe(square), maybe(square)),
		uses: some(words.uses),
		usesAllowed: some(words.uses),
		usesExcluded: some(words.uses, 1),
		offers: some(words.offerModes),
		priceMonthly: maybe(euro),
		pricePurchase: maybe(euro),
		priceType: oneOf(words.priceTypes),
		condition: oneOf(words.conditions),
		heritage: oneOf(words.heritages),
		accessibility: oneOf(words.accessibilities),
		publicAccess: oneOf(words.publicAccesses),
		availableFrom: maybe(day),
		availableUntil: maybe(day),
		availabilityKind: oneOf(words.availabilityKinds),
		goals: some(words.commonGoods)
	})
	.map(({ place, areas: [a, b], ...rest }) => ({
		...rest,
		lat: place?.lat ?? null,
		lon: place?.lon ?? null,
		areaMinM2: a !== null && b !== null ? Math.min(a, b) : a,
		areaMaxM2: a !== null && b !== null ? Math.max(a, b) : b
	}));

/** Any wish that a form could send. */
export const anyWish: fc.Arbitrary<Wish> = fc
	.record({
		requestId: fc.uuid(),
		requestKind: oneOf(requestKinds),
		uses: some(words.uses),
		commonGood: some(words.commonGoods),
		areas: fc.tuple(maybe(square), maybe(square)),
		areaIsHard: fc.boolean(),
		regionAgs: fc.uniqueArray(ags, { maxLength: 2 }),
		circle: maybe(fc.record({ regionLat: lat, regionLon: lon, radiusKm: fc.integer({ min: 1, max: 100 }) })),
		regionName: fc.constant(null),
		regionIsHard: fc.boolean(),
		settings: some(words.settings),
		startFrom: maybe(day),
		startLatest: maybe(day),
		durationMonths: maybe(fc.integer({ min: 1, max: 60 })),
		interimOk: fc.boolean(),
		offerModes: some(words.offerModes),
		offerModesAreHard: fc.boolean(),
		maxMonthly: maybe(euro),
		maxPurchase: maybe(euro),
		conditions: some(words.conditions),
		selfHelp: oneOf(selfHelps),
		heritageOk: fc.constantFrom('yes', 'no', 'indifferent'),
		accessibilityRequired: fc.boolean(),
		publicAccessNeeded: fc.boolean()
	})
	.map(({ areas: [a, b], circle, ...rest }) => ({
		...rest,
		areaMinM2: a !== null && b !== null ? Math.min(a, b) : a,
		areaMaxM2: a !== null && b !== null ? Math.max(a, b) : b,
		regionLat: circle?.regionLat ?? null,
		regionLon: circle?.regionLon ?? null,
		radiusKm: circle?.radiusKm ?? null
	}));
