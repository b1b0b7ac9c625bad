import { sql, type SQL } from 'drizzle-orm';
import { findPlace } from '#modules/organisations/server/find-place.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { MissingFact } from '../../space-card.ts';
import type { SpaceFilter } from '../../space-filter.ts';
import { within, type SearchPlace } from './near-place.ts';
import { searchWords, wordsIn, type SearchWords } from './search-words.ts';

/** A filter made ready for the database: words looked up, place found, every part as a condition of its own. */
export type PreparedFilter = {
	filter: SpaceFilter;
	words: SearchWords | null;
	place: SearchPlace | null;
	/** By the field of the filter, so that a facet can be counted without its own selection. */
	conditions: Conditions;
	/** Where an area, a price, a date, protection or access is asked for: the same for the spaces of which it is known. They come first. */
	known: Conditions | null;
	/** What is asked for and unknown of `spaces s`, as `MissingFact[]`. */
	missing: SQL;
};

export type Conditions = Map<keyof SpaceFilter, SQL>;

/** @param point a place that is already known; else the one that somebody typed is looked up. */
export async function prepareFilter(ctx: Ctx, filter: SpaceFilter, point: SearchPlace | null = null): Promise<PreparedFilter> {
	const words = filter.text ? await searchWords(ctx, filter.text) : null;
	const place = point ?? (filter.place ? await findPlace(ctx, filter.place) : null);
	const areas = await codesOf(ctx, filter);
	const limits = limitsOf(filter);
	const others = conditionsOf(filter, { words, place, areas });
	const strict = new Map([...others, ...limits.map(({ field, fits }) => [field, fits] as const)]);
	const open = new Map([...others, ...limits.map(({ field, fits, unknown }) => [field, sql`(${fits} or ${unknown})`] as const)]);
	const asksFurther = limits.length > 0 && !filter.knownOnly;
	return { filter, words, place, conditions: asksFurther ? open : strict, known: asksFurther ? strict : null, missing: missingOf(limits) };
}

type Limit = { field: keyof SpaceFilter; fact: MissingFact; fits: SQL; unknown: SQL };

/** A price is unknown only where such a price is to be expected: a house for sale alone has no rent. */
const rented = sql`(s.offers = '{}' or s.offers && '{rent,lease,free_use,interim_use,co_use,heritable_building_right,undecided}'::text[])`;
const sold = sql`(s.offers = '{}' or s.offers && '{sale,undecided}'::text[])`;

const listed = sql`s.heritage = any('{single_monument,ensemble,preservation_statute}'::text[])`;

/** What is asked of a size, a price, a date, protection or access: which spaces fit, and of which nobody knows. */
function limitsOf(filter: SpaceFilter): Limit[] {
	return [...measuresOf(filter), ...traitsOf(filter)];
}

function traitsOf({ heritage, accessible }: SpaceFilter): Limit[] {
	const limits: (Limit | false)[] = [
		heritage !== null && {
			field: 'heritage',
			fact: 'heritage',
			fits: heritage === 'ja' ? listed : sql`s.heritage = 'none'`,
			unknown: sql`s.heritage = 'unknown'`
		},
		accessible && {
			field: 'accessible',
			fact: 'access',
			fits: sql`s.accessibility = any('{step_free,partly}'::text[])`,
			unknown: sql`s.accessibility = 'unknown'`
		}
	];
	return limits.filter((limit) => limit !== false);
}

function measuresOf({ areaMin, areaMax, rentMax, purchaseMax, freeBy }: SpaceFilter): Limit[] {
	const limits: (Limit | false)[] = [
		areaMin !== null && { field: 'areaMin', fact: 'area', fits: sql`s.area_max_m2 >= ${areaMin}`, unknown: sql`s.area_max_m2 is null` },
		areaMax !== null && {
			field: 'areaMax',
			fact: 'area',
			fits: sql`coalesce(s.area_min_m2, s.area_max_m2) <= ${areaMax}`,
			unknown: sql`(s.area_max_m2 is null and s.area_min_m2 is null)`
		},
		rentMax !== null && {
			field: 'rentMax',
			fact: 'rent',
			fits: sql`s.price_monthly <= ${rentMax}`,
			unknown: sql`(s.price_monthly is null and ${rented})`
		},
		purchaseMax !== null && {
			field: 'purchaseMax',
			fact: 'purchase',
			fits: sql`s.price_purchase <= ${purchaseMax}`,
			unknown: sql`(s.price_purchase is null and ${sold})`
		},
		freeBy !== null && { field: 'freeBy', fact: 'free', fits: sql`s.available_from <= ${freeBy}`, unknown: sql`s.available_from is null` }
	];
	return limits.filter((limit) => limit !== false);
}

function missingOf(limits: Limit[]): SQL {
	if (!limits.length) return sql`'{}'::text[]`;
	const facts = [...new Set(limits.map(({ fact }) => fact))].map((fact) => {
		const unknown = limits.filter((limit) => limit.fact === fact).map((limit) => limit.unknown);
		return sql`case when ${sql.join(unknown, sql` or `)} then ${fact}::text end`;
	});
	return sql`array_remove(array[${sql.join(facts, sql`, `)}], null)`;
}

const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

type Areas = Pick<SpaceFilter, 'state' | 'district' | 'municipality'>;

/** The codes of the areas that an address names by code or by name; an unknown one is '', where nothing lies. Known before, so that the planner can count. */
async function codesOf(ctx: Ctx, { state, district, municipality }: Areas): Promise<Areas> {
	if (state === null && district === null && municipality === null) return { state, district, municipality };
	const { rows } = await ctx.db.execute<Areas>(sql`select
		(select code from states where code = ${state} or slug = ${state} limit 1) as state,
		(select code from districts where code = ${district} or slug = ${district} limit 1) as district,
		(select ags from municipalities where ags = ${municipality} or slug = ${municipality} limit 1) as municipality`);
	const [found] = rows;
	const known = (asked: string | null, code?: string | null) => (asked === null ? null : (code ?? ''));
	return {
		state: known(state, found?.state),
		district: known(district, found?.district),
		municipality: known(municipality, found?.municipality)
	};
}

type Known = Pick<PreparedFilter, 'words' | 'place'> & { areas: Areas };

function conditionsOf(filter: SpaceFilter, { words, place, areas }: Known): Conditions {
	const { bbox } = filter;
	const parts: [keyof SpaceFilter, SQL | false | null | 0][] = [
		['text', words && wordsIn(words, sql`s.search`)],
		['place', place && within(place, filter.radiusKm)],
		['uses', filter.uses.length && sql`s.uses && ${textArray(filter.uses)}`],
		['offers', filter.offers.length && sql`s.offers && ${textArray(filter.offers)}`],
		['conditions', filter.conditions.length && sql`s.condition = any(${textArray(filter.conditions)})`],
		['types', filter.types.length && sql`s.property_type = any(${textArray(filter.types)})`],
		['state', areas.state !== null && sql`s.state_code = ${areas.state}`],
		['district', areas.district !== null && sql`s.district_code = ${areas.district}`],
		['municipality', areas.municipality !== null && sql`s.ags = ${areas.municipality}`],
		['bbox', bbox && sql`(s.lat is not null and point(s.lon, s.lat) <@ box(point(${bbox[0]}, ${bbox[1]}), point(${bbox[2]}, ${bbox[3]})))`]
	];
	return new Map(parts.filter((part): part is [keyof SpaceFilter, SQL] => Boolean(part[1])));
}

/** All conditions, or all but those of one field. */
export function whereOf({ conditions }: Pick<PreparedFilter, 'conditions'>, without?: keyof SpaceFilter): SQL {
	const kept = [...conditions].filter(([field]) => field !== without).map(([, condition]) => condition);
	return kept.length ? sql.join(kept, sql` and `) : sql`true`;
}

/** Whether something that is asked for is unknown of `spaces s`. */
export const isMissing = ({ missing }: Pick<PreparedFilter, 'missing'>): SQL => sql`(${missing} <> '{}')`;
