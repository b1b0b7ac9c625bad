import { expect, test } from 'vitest';
import { anOffer, aWish } from '#testing/pairs.ts';
import type { Offer, Wish } from '../pair.ts';
import { criteria, type CriterionId } from '../weights.ts';
import { distanceKm } from './region.ts';

type Case = {
	name: string;
	id: CriterionId;
	offer: Partial<Offer>;
	wish: Partial<Wish>;
	outcome: string;
	text?: string;
	excludes?: boolean;
};

const near = { lat: 53.0145, lon: 13.9998 };
/** 10 km further north. */
const away = { lat: 53.0145 + 10 / 111.195, lon: 13.9998 };
const circle = { regionLat: near.lat, regionLon: near.lon, regionName: 'Angermünde' };
const cafe = { uses: ['cafe' as const] };
const rent = { offerModes: ['rent' as const] };
const c = (id: CriterionId, name: string, [offer, wish, outcome, more]: [Partial<Offer>, Partial<Wish>, string, Partial<Case>?]): Case => ({
	id,
	name,
	offer,
	wish,
	outcome,
	...more
});

const cases: Case[] = [
	c('use', 'a wanted use fits', [{ uses: ['cafe', 'shop'] }, cafe, 'fits', { text: 'Café ist ausdrücklich gewünscht' }]),
	c('use', 'an allowed use fits', [{ usesAllowed: ['cafe'] }, cafe, 'fits', { text: 'Café ist zulässig' }]),
	c('use', 'a mixed house takes everything', [{ uses: ['mixed'] }, cafe, 'fits']),
	c('use', 'a related use is a tension', [{ uses: ['gastronomy'] }, cafe, 'tension']),
	c('use', 'another use is a tension', [{ uses: ['housing'] }, cafe, 'tension', { text: 'Café gesucht, gewünscht ist Wohnen' }]),
	c('use', 'nobody has said what is wanted', [{}, cafe, 'unknown']),
	c('use', 'an excluded use excludes', [
		{ usesExcluded: ['cafe'] },
		cafe,
		'conflict',
		{ excludes: true, text: 'Café ist hier ausgeschlossen' }
	]),
	c('region', 'inside the radius fits', [
		away,
		{ ...circle, radiusKm: 25 },
		'fits',
		{ text: 'Angermünde, 10 km vom Wunschort Angermünde, gesucht sind bis 25 km' }
	]),
	c('region', 'a named municipality fits', [{}, { regionAgs: ['12073008'], regionIsHard: true }, 'fits']),
	c('region', 'outside a soft radius is a tension', [away, { ...circle, radiusKm: 8 }, 'tension']),
	c('region', 'far outside a soft radius is a conflict that does not exclude', [
		away,
		{ ...circle, radiusKm: 4 },
		'conflict',
		{ excludes: false }
	]),
	c('region', 'outside a hard radius excludes', [away, { ...circle, radiusKm: 8, regionIsHard: true }, 'conflict', { excludes: true }]),
	c('region', 'another municipality excludes when hard', [
		{},
		{ regionAgs: ['12062224'], regionIsHard: true },
		'conflict',
		{ excludes: true }
	]),
	c('region', 'another municipality is a tension when soft', [{}, { regionAgs: ['12062224'] }, 'tension']),
	c('region', 'a hidden place is unknown', [{}, { ...circle, radiusKm: 8, regionIsHard: true }, 'unknown']),
	c('area', 'ranges that overlap fit', [
		{ areaMinM2: 60, areaMaxM2: 380 },
		{ areaMinM2: 80, areaMaxM2: 120 },
		'fits',
		{ text: '80–120 m² gesucht, 60–380 m² teilbar angeboten' }
	]),
	c('area', 'a little too small is a tension', [
		{ areaMinM2: 70, areaMaxM2: 70 },
		{ areaMinM2: 80 },
		'tension',
		{ text: 'ab 80 m² gesucht, 70 m² angeboten' }
	]),
	c('area', 'half of it is a conflict', [{ areaMinM2: 30, areaMaxM2: 30 }, { areaMinM2: 80 }, 'conflict', { excludes: false }]),
	c('area', 'a hard size excludes', [
		{ areaMinM2: 70, areaMaxM2: 70 },
		{ areaMinM2: 80, areaIsHard: true },
		'conflict',
		{ excludes: true }
	]),
	c('area', 'no size is unknown, even when hard', [{}, { areaMinM2: 80, areaIsHard: true }, 'unknown']),
	c('area', 'too large, and nobody knows whether it can be divided', [{ areaMaxM2: 380 }, { areaMaxM2: 120, areaIsHard: true }, 'unknown']),
	c('cost', 'within the budget fits', [{ priceMonthly: 640 }, { maxMonthly: 800 }, 'fits', { text: '640 € im Monat, Budget 800 €' }]),
	c('cost', 'a little above is a tension', [{ priceMonthly: 900 }, { maxMonthly: 800 }, 'tension']),
	c('cost', 'far above is a conflict', [{ pricePurchase: 300000 }, { maxPurchase: 100000 }, 'conflict']),
	c('cost', 'no price is unknown', [{}, { maxMonthly: 800 }, 'unknown']),
	c('cost', 'the concept counts: the price is still unknown', [{ priceType: 'concept_only' }, { maxMonthly: 800 }, 'unknown']),
	c('cost', 'too dear to rent, but nobody knows what it costs to buy', [
		{ priceMonthly: 5000 },
		{ maxMonthly: 800, maxPurchase: 1e5 },
		'tension'
	]),
	c('offerMode', 'one shared way is enough', [{ offers: ['rent', 'sale'] }, rent, 'fits', { text: 'Miete auf beiden Seiten' }]),
	c('offerMode', 'no shared way excludes', [
		{ offers: ['sale'] },
		rent,
		'conflict',
		{ excludes: true, text: 'Miete gesucht, Kauf angeboten' }
	]),
	c('offerMode', 'no shared way is a tension when soft', [{ offers: ['sale'] }, { ...rent, offerModesAreHard: false }, 'tension']),
	c('offerMode', 'undecided is unknown', [{ offers: ['undecided', 'sale'] }, rent, 'unknown']),
	c('condition', 'an accepted condition fits', [{ condition: 'minor_works' }, { conditions: ['refurbishment_needed'] }, 'fits']),
	c('condition', 'own hands make it a tension', [
		{ condition: 'refurbishment_needed' },
		{ conditions: ['minor_works'], selfHelp: 'some' },
		'tension'
	]),
	c('condition', 'a ruin is a conflict', [{ condition: 'dilapidated' }, { conditions: ['minor_works'] }, 'conflict', { excludes: false }]),
	c('condition', 'nobody has looked yet', [{}, { conditions: ['minor_works'] }, 'unknown']),
	c('timing', 'free in time fits', [
		{ availableFrom: '2027-01-01' },
		{ startLatest: '2027-03-01' },
		'fits',
		{ text: 'frei ab 1. Januar 2027, gesucht bis spätestens 1. März 2027' }
	]),
	c('timing', 'free too late is a tension', [{ availableFrom: '2027-06-01' }, { startLatest: '2027-03-01' }, 'tension']),
	c('timing', 'only for a while, sought for good', [{ availabilityKind: 'temporary' }, { interimOk: false }, 'conflict']),
	c('timing', 'not long enough is a tension', [
		{ availableFrom: '2027-01-01', availableUntil: '2027-12-31' },
		{ startFrom: '2027-01-01', durationMonths: 24 },
		'tension'
	]),
	c('timing', 'no date is unknown', [{}, { startLatest: '2027-03-01' }, 'unknown']),
	c('accessibility', 'no steps fits', [{ accessibility: 'step_free' }, { accessibilityRequired: true }, 'fits']),
	c('accessibility', 'a ramp would help', [{ accessibility: 'with_ramp_possible' }, { accessibilityRequired: true }, 'tension']),
	c('accessibility', 'steps exclude', [{ accessibility: 'not' }, { accessibilityRequired: true }, 'conflict', { excludes: true }]),
	c('accessibility', 'nobody has said', [{}, { accessibilityRequired: true }, 'unknown']),
	c('publicAccess', 'open to the public fits', [{ publicAccess: 'yes' }, { publicAccessNeeded: true }, 'fits']),
	c('publicAccess', 'after works is a tension', [{ publicAccess: 'after_works' }, { publicAccessNeeded: true }, 'tension']),
	c('publicAccess', 'never open excludes', [{ publicAccess: 'no' }, { publicAccessNeeded: true }, 'conflict', { excludes: true }]),
	c('publicAccess', 'nobody has said', [{}, { publicAccessNeeded: true }, 'unknown']),
	c('heritage', 'no monument fits', [{ heritage: 'none' }, { heritageOk: 'no' }, 'fits']),
	c('heritage', 'a monument is a tension, never a conflict', [{ heritage: 'single_monument' }, { heritageOk: 'no' }, 'tension']),
	c('heritage', 'nobody has said', [{}, { heritageOk: 'no' }, 'unknown']),
	c('sharing', 'co-use fits', [{ offers: ['co_use'] }, { requestKind: 'find_co_users' }, 'fits']),
	c('sharing', 'what can be divided can be shared', [{ areaMinM2: 60, areaMaxM2: 380 }, { requestKind: 'find_co_users' }, 'fits']),
	c('sharing', 'only as a whole', [{ areaMinM2: 80, areaMaxM2: 80, offers: ['sale'] }, { requestKind: 'find_co_users' }, 'conflict']),
	c('sharing', 'nobody has said', [{}, { requestKind: 'find_co_users' }, 'unknown']),
	c('commonGood', 'a goal of the municipality fits', [
		{ goals: ['culture', 'care'] },
		{ commonGood: ['culture'] },
		'fits',
		{ text: 'Kultur ist Ziel der Kommune' }
	]),
	c('commonGood', 'other goals are a tension', [{ goals: ['care'] }, { commonGood: ['culture'] }, 'tension']),
	c('commonGood', 'no goals yet', [{}, { commonGood: ['culture'] }, 'unknown']),
	c('setting', 'the wished surroundings', [
		{ setting: 'village_core' },
		{ settings: ['village_core'] },
		'fits',
		{ text: 'Dorfkern, wie gesucht' }
	]),
	c('setting', 'other surroundings', [{ setting: 'edge' }, { settings: ['village_core'] }, 'tension']),
	c('setting', 'nobody has said', [{}, { settings: ['village_core'] }, 'unknown'])
];

test.for(cases)('$id: $name ($outcome)', ({ id, offer, wish, outcome, text, excludes }) => {
	const verdict = criteria[id].judge(anOffer(offer), aWish(wish));
	expect(verdict?.outcome).toBe(outcome);
	if (text) expect(verdict?.text).toBe(text);
	if (excludes !== undefined) expect(verdict?.excludes ?? false).toBe(excludes);
});

test.for(Object.keys(criteria) as CriterionId[])('%s: a request that wishes nothing here is not measured by it', (id) => {
	expect(criteria[id].judge(anOffer(), aWish())).toBeNull();
});

test('the radius would have to grow by 10 km', () => {
	const miss = criteria.region.relax?.(
		anOffer({ lat: 53.0145 + 33 / 111.195, lon: 13.9998 }),
		aWish({ ...circle, radiusKm: 25, regionIsHard: true })
	);
	expect(miss?.text).toBe('der Umkreis 10 km größer wäre (35 km statt 25 km)');
});

test('a place far away is no near miss', () => {
	expect(criteria.region.relax?.(anOffer({ lat: 48.1, lon: 11.6 }), aWish({ ...circle, radiusKm: 25, regionIsHard: true }))).toBeNull();
});

test('without the café it would fit', () => {
	const miss = criteria.use.relax?.(anOffer({ usesExcluded: ['cafe'] }), aWish({ uses: ['cafe', 'shop'] }));
	expect(miss).toMatchObject({ text: 'es auch ohne Café geht', wish: { uses: ['shop'] } });
});

test('10 m² less would do', () => {
	const miss = criteria.area.relax?.(anOffer({ areaMinM2: 70, areaMaxM2: 70 }), aWish({ areaMinM2: 80, areaIsHard: true }));
	expect(miss?.text).toBe('10 m² weniger genügen (70 m² statt 80 m²)');
});

test('Angermünde to Berlin is 70 km, whichever way one goes', () => {
	const [berlin, angermuende] = [{ lat: 52.52, lon: 13.405 }, near];
	expect(distanceKm(berlin, angermuende)).toBeCloseTo(67.9, 0);
	expect(distanceKm(angermuende, berlin)).toBe(distanceKm(berlin, angermuende));
});
