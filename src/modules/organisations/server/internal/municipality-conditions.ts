import { sql, type SQL } from 'drizzle-orm';
import { ruralTypes, sizeClasses } from '../../municipality.ts';
import type { MunicipalityFilter } from '../../municipality-filter.ts';
import { parsePlace } from '../../place-query.ts';

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Municipalities whose name, or one of whose places, holds the words. */
const named = (name: string): SQL => sql`m.ags in (
	select x.ags from municipalities x where x.search_text like fold_german(${pattern(name)})
	union all select g.ags from gazetteer g where g.search_text like fold_german(${pattern(name)}))`;

const inPostalCode = (code: string): SQL => sql`m.ags in (select g.ags from gazetteer g where g.postal_code like ${code} || '%')`;

function searched(q: string): SQL[] {
	if (/^\d{8}$/.test(q)) return [sql`m.ags = ${q}`];
	if (/^\d{1,5}$/.test(q)) return [inPostalCode(q)];
	const { postalCode, name, hint } = parsePlace(q);
	const conditions = [postalCode && inPostalCode(postalCode), name && named(name)].filter((c) => typeof c === 'object');
	if (hint)
		conditions.push(
			sql`m.district_code in (select d.code from districts d join states s on s.code = d.state_code where fold_german(d.name || ' ' || s.name) like fold_german(${pattern(hint)}))`
		);
	return conditions;
}

/**
 * What a filter asks of a municipality `m` with its figure `v`. Uninhabited areas are found by search and in their district, they fill no list.
 * `v.vacancy_rate_pct` is the only rate that is compared; a suppressed one is inside no range.
 */
export function conditionsOf(filter: MunicipalityFilter): SQL {
	const conditions: SQL[] = [];
	if (filter.q) conditions.push(...searched(filter.q));
	else conditions.push(sql`not m.is_unincorporated`);
	if (filter.district) conditions.push(sql`m.district_code = ${filter.district}`);
	else if (filter.state) conditions.push(sql`m.state_code = ${filter.state}`);
	if (filter.size) conditions.push(sql`m.size_class = ${sizeClasses[filter.size]}`);
	if (filter.rural) conditions.push(sql`m.rural_type = ${ruralTypes[filter.rural]}`);
	return sql.join(conditions, sql` and `);
}

export const vacancyCondition = ({ vacancyMin, vacancyMax }: MunicipalityFilter): SQL | null => {
	if (vacancyMin === null && vacancyMax === null) return null;
	return sql`v.vacancy_rate_pct between ${vacancyMin ?? 0}::real and ${vacancyMax ?? 100}::real`;
};
