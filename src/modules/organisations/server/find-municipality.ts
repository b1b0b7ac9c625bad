import { sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { vacancyStatus, type Vacancy } from '../municipality.ts';

/** A drawing on the grid of `germany.ts`; `box` is `[x0, y0, x1, y1]`. */
export type Outline = { path: string; borders: string; box: [number, number, number, number] };

export type Municipality = {
	ags: string;
	ars: string;
	slug: string;
	name: string;
	fullName: string;
	type: string;
	isUnincorporated: boolean;
	stateCode: string;
	state: string;
	districtCode: string;
	district: string;
	districtType: string;
	association: string | null;
	population: number;
	areaKm2: number;
	postalCode: string | null;
	lat: number;
	lon: number;
	urbanisation: string | null;
	ruralType: string | null;
	sizeClass: string;
	goals: string[];
	vacancy: Vacancy;
	/** The same measure for district, state and country. */
	comparison: { name: string; level: 'district' | 'state' | 'federal'; vacancy: Vacancy }[];
	outline: Outline | null;
	districtOutline: Outline | null;
};

type Figure = { level: string; rate: number | null; status: string; dwellings: number | null };
type Row = Omit<Municipality, 'vacancy' | 'comparison'> & { figures: Figure[] | null };

const figureOf = (figures: Figure[], level: string): Vacancy => {
	const found = figures.find((f) => f.level === level);
	return { rate: found?.rate ?? null, status: vacancyStatus(found?.status ?? null), dwellings: found?.dwellings ?? null };
};

/** One municipality by its slug or its AGS, with everything its page says. Throws notFound. */
export async function findMunicipality(ctx: Pick<Ctx, 'db'>, slugOrAgs: string): Promise<Municipality> {
	const key = /^\d{8}$/.test(slugOrAgs) ? sql`m.ags = ${slugOrAgs}` : sql`m.slug = ${slugOrAgs}`;
	const drawing = (level: string, code: string) =>
		sql.raw(
			`(select json_build_object('path', o.path, 'borders', o.borders, 'box', o.box) from outlines o where o.level = '${level}' and o.code = ${code})`
		);
	const { rows } = await ctx.db.execute<Row>(sql`
		select m.ags, m.ars, m.slug, m.name_short as name, m.name as "fullName", m.type, m.is_unincorporated as "isUnincorporated", m.state_code as "stateCode",
			s.name as state, m.district_code as "districtCode", d.name as district, d.type as "districtType", m.association, m.population,
			m.area_km2::float8 as "areaKm2", m.postal_code as "postalCode", m.lat, m.lon, m.urbanisation, m.rural_type as "ruralType", m.size_class as "sizeClass",
			coalesce((select p.goals from municipality_profiles p where p.ags = m.ags), '{}') as goals,
			(select json_agg(json_build_object('level', v.level, 'rate', v.vacancy_rate_pct, 'status', v.status, 'dwellings', v.dwellings))
				from vacancy_statistics v where (v.level, v.code) in (('municipality', m.ags), ('district', m.district_code), ('state', m.state_code), ('federal', '00'))
			) as figures,
			${drawing('municipality', 'm.ags')} as outline, ${drawing('district', 'm.district_code')} as "districtOutline"
		from municipalities m join districts d on d.code = m.district_code join states s on s.code = m.state_code where ${key}`);
	const [row] = rows;
	if (!row)
		throw notFound('Diese Kommune gibt es im Register nicht. Bitte suchen Sie sie nach Namen, Postleitzahl oder Gemeindeschlüssel.');
	const { figures, ...municipality } = row;
	const all = figures ?? [];
	return {
		...municipality,
		vacancy: figureOf(all, 'municipality'),
		comparison: [
			{ name: row.district, level: 'district', vacancy: figureOf(all, 'district') },
			{ name: row.state, level: 'state', vacancy: figureOf(all, 'state') },
			{ name: 'Deutschland', level: 'federal', vacancy: figureOf(all, 'federal') }
		]
	};
}
