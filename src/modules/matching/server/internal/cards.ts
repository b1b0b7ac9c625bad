import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { escapeLiteral } from 'pg';
import * as words from '#modules/properties/vocabulary.ts';
import { selfHelps } from '#modules/requests/vocabulary.ts';
import type { Wish } from '../../pair.ts';
import { requestCards, spaceCards } from '../tables.ts';

/** A space and a request as the search counts them, see `tables.ts`. */
export type SpaceCard = typeof spaceCards.$inferSelect;
export type RequestCard = Omit<typeof requestCards.$inferSelect, 'reach' | 'counted'>;
/** A card as terms of SQL: its values, or the columns that hold them. */
export type Terms<Card> = Record<keyof Card, string>;

/** Words as bits by their place in the vocabulary, as `match_bits` of the database. */
export const bits = (list: readonly string[], vocabulary: Record<string, string>): number =>
	list.reduce((sum, word) => sum | (1 << (Object.keys(vocabulary).indexOf(word) + 1)), 0);

const code = (word: string, vocabulary: Record<string, string>): number => Object.keys(vocabulary).indexOf(word) + 1;
const without = (list: readonly string[], word: string) => list.filter((w) => w !== word);

function places({ regionAgs, regionIsHard, regionLat: lat, regionLon: lon, radiusKm: radius }: Wish) {
	const circle = lat === null || lon === null || radius === null ? { lat: null, lon: null, radius: null } : { lat, lon, radius };
	return { towns: [...regionAgs], regionIsHard, ...circle };
}

const interim = ['co_use', 'interim_use'];

/** The card of a wish, whether or not it is published: the same as `write_request_cards` of the database writes. */
export const cardOf = (wish: Wish): RequestCard => ({
	requestId: wish.requestId,
	uses: bits(without(wish.uses, 'other'), words.uses),
	usesSought: new Set(without(wish.uses, 'other')).size,
	...places(wish),
	least: wish.areaMinM2,
	most: wish.areaMaxM2,
	areaIsHard: wish.areaIsHard,
	monthly: wish.maxMonthly,
	purchase: wish.maxPurchase,
	modes: bits(without(wish.offerModes, 'undecided'), words.offerModes),
	modesAreHard: wish.offerModesAreHard,
	conditions: bits(without(wish.conditions, 'unknown'), words.conditions),
	selfHelp: code(wish.selfHelp, selfHelps),
	goods: bits(without(wish.commonGood, 'other'), words.commonGoods),
	goodsBrought: new Set(without(wish.commonGood, 'other')).size,
	hasTime: Boolean(wish.startFrom ?? wish.startLatest ?? (wish.durationMonths || !wish.interimOk)),
	interimOk: wish.interimOk,
	latest: wish.startLatest ?? wish.startFrom,
	accessibilityRequired: wish.accessibilityRequired,
	publicAccessNeeded: wish.publicAccessNeeded,
	settings: bits(without(wish.settings, 'unknown'), words.settings),
	noHeritage: wish.heritageOk === 'no',
	shares: wish.requestKind === 'find_co_users' || wish.offerModes.some((mode) => interim.includes(mode))
});

function literal(name: string, value: unknown): string {
	if (Array.isArray(value)) return `array[${value.map((word) => escapeLiteral(String(word))).join(', ')}]::text[]`;
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? `(${value})` : `('${value}'::float8)`;
	const type = name === 'latest' || name === 'availableFrom' ? 'date' : typeof value === 'string' ? 'text' : 'float8';
	return value === null ? `null::${type}` : `${escapeLiteral(String(value))}::${type}`;
}

const termsOf = <Card>(entries: [string, string][]): Terms<Card> => Object.fromEntries(entries) as Terms<Card>;

/** A card whose values are known: they stand in the statement, so that the planner computes with them. */
export const known = <Card extends SpaceCard | RequestCard>(card: Card): Terms<Card> =>
	termsOf(Object.entries(card).map(([name, value]) => [name, literal(name, value)]));

const columns = <Card>(table: Table): Terms<Card> =>
	termsOf(Object.entries(getTableColumns(table)).map(([name, column]) => [name, `${getTableName(table)}.${column.name}`]));
export const spaceTerms: Terms<SpaceCard> = columns(spaceCards);
export const requestTerms: Terms<RequestCard> = columns(requestCards);
