import { sql } from 'drizzle-orm';
import { vacancyStatus, type MunicipalityItem } from '../../municipality.ts';

export type ItemRow = Omit<MunicipalityItem, 'vacancy'> & { rate: number | null; status: string | null; dwellings: number | null };

export const itemColumns = sql`m.ags, m.slug, m.name_short as name, m.type, m.is_unincorporated as "isUnincorporated", d.name as district, d.type as "districtType",
	s.name as state, m.population, m.size_class as "sizeClass", m.lat, m.lon, v.vacancy_rate_pct::float8 as rate, v.status, v.dwellings`;

export const itemSource = sql`from municipalities m join districts d on d.code = m.district_code join states s on s.code = m.state_code
	left join vacancy_statistics v on v.level = 'municipality' and v.code = m.ags`;

export const itemOf = ({ rate, status, dwellings, ...row }: ItemRow): MunicipalityItem => ({
	...row,
	vacancy: { rate: rate === null ? null : Number(rate.toFixed(2)), status: vacancyStatus(status), dwellings }
});
