import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceFilter } from '../space-filter.ts';
import { askByWords } from './internal/ask-by-words.ts';
import { whereOf, type PreparedFilter } from './internal/space-conditions.ts';

/** How many are counted one by one; beyond it a count is a lower bound: "über 5.000". */
export const countedUpTo = 5000;

export type FacetCount = { n: number; more: boolean };
export type FacetName = 'uses' | 'offers' | 'conditions' | 'types' | 'heritage' | 'accessible';
export type Facets = { total: FacetCount; counts: Record<FacetName, Map<string, number>>; open: Record<FacetName, boolean> };

/** A choice also finds the spaces of which nobody knows, unless only known ones are asked for; so those count for it too. */
const values = ({ filter: { knownOnly } }: PreparedFilter): Record<FacetName, SQL> => ({
	uses: sql`unnest(uses)`,
	offers: sql`unnest(offers)`,
	conditions: sql`condition`,
	types: sql`property_type`,
	heritage: sql`unnest(case heritage when 'none' then '{nein}' when 'unknown' then ${knownOnly ? '{}' : '{ja,nein}'} else '{ja}' end::text[])`,
	accessible: sql`case when accessibility in ('step_free', 'partly') or (not ${knownOnly} and accessibility = 'unknown') then 'ja' end`
});
const names = ['uses', 'offers', 'conditions', 'types', 'heritage', 'accessible'] as const satisfies FacetName[];

/** One look at the spaces of a filter (without one field's own selection), counted by the given facets. */
function scan(prepared: PreparedFilter, name: FacetName | 'all', facets: FacetName[]): { table: SQL; counts: SQL[] } {
	const alias = sql.raw(`scan_${name}`);
	const where = whereOf(prepared, name === 'all' ? undefined : name);
	const table = sql`${alias} as materialized (select s.uses, s.offers, s.condition, s.property_type, s.heritage, s.accessibility
		from spaces s where ${where} limit ${countedUpTo + 1})`;
	const whole = sql`select ${name} as scan, null as facet, null as value, count(*)::int as n from ${alias}`;
	const each = facets.map(
		(facet) => sql`select ${name}, ${facet}, v, count(*)::int from (select ${values(prepared)[facet]} as v from ${alias}) x group by v`
	);
	return { table, counts: [whole, ...each] };
}

const isSelected = ({ conditions }: PreparedFilter, facet: keyof SpaceFilter) => conditions.has(facet);

/**
 * How many spaces a filter finds, and how many each choice would find: every facet is counted without its own selection. Exact up to
 * `countedUpTo` spaces per look; where there are more, `more` and `open` say so.
 */
export async function countFacets(ctx: Ctx, prepared: PreparedFilter): Promise<Facets> {
	const selected = names.filter((name) => isSelected(prepared, name));
	const rest = names.filter((name) => !selected.includes(name));
	const scans = [scan(prepared, 'all', rest), ...selected.map((name) => scan(prepared, name, [name]))];
	const tables = scans.map(({ table }) => table);
	const rows = await askByWords<{ scan: string; facet: FacetName | null; value: string | null; n: number }>(
		ctx,
		prepared,
		sql`with ${sql.join(tables, sql`, `)} ${sql.join(
			scans.flatMap(({ counts }) => counts),
			sql` union all `
		)}`
	);
	const sizes = new Map(rows.filter((row) => row.facet === null).map((row) => [row.scan, row.n]));
	const isOpen = (name: string) => (sizes.get(name) ?? 0) > countedUpTo;
	const counts = Object.fromEntries(names.map((name) => [name, new Map<string, number>()])) as Facets['counts'];
	for (const { facet, value, n } of rows) if (facet && value !== null) counts[facet].set(value, n);
	const all = sizes.get('all') ?? 0;
	return {
		total: { n: Math.min(all, countedUpTo), more: all > countedUpTo },
		counts,
		open: Object.fromEntries(names.map((name) => [name, isOpen(selected.includes(name) ? name : 'all')])) as Facets['open']
	};
}

/** How many spaces a filter finds, exact up to `countedUpTo`. */
export async function countSpaces(ctx: Ctx, prepared: PreparedFilter): Promise<FacetCount> {
	const rows = await askByWords<{ n: number }>(
		ctx,
		prepared,
		sql`select count(*)::int as n from (select from spaces s where ${whereOf(prepared)} limit ${countedUpTo + 1}) x`
	);
	const n = rows[0]?.n ?? 0;
	return { n: Math.min(n, countedUpTo), more: n > countedUpTo };
}
