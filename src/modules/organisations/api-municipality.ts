import { z } from 'zod';
import type { MunicipalityItem } from './municipality.ts';
import { parseFilter, type MunicipalityFilter } from './municipality-filter.ts';

const code = (digits: number) =>
	z
		.string()
		.regex(new RegExp(`^\\d{${digits}}$`), `Bitte ${digits} Ziffern.`)
		.optional();

export const apiMunicipalityQuery = z.object({
	q: z.string().max(100, 'Bitte höchstens 100 Zeichen.').optional(),
	state: code(2),
	district: code(5),
	limit: z.coerce.number().int().min(1).max(500).default(100),
	cursor: z.string().max(400).optional()
});

export const apiFilter = ({ q = '', state = '', district = '' }: z.output<typeof apiMunicipalityQuery>): MunicipalityFilter => ({
	...parseFilter(new URLSearchParams({ q, land: state || district.slice(0, 2), kreis: district })),
	sort: 'name'
});

/** What the API says of a municipality. `vacancyRate`: per cent of dwellings, Zensus 2022; null where it is withheld. */
export const apiMunicipality = ({ ags, name, state, district, population, lat, lon, vacancy }: ApiSource) => ({
	ags,
	name,
	state,
	district,
	population,
	lat,
	lon,
	vacancyRate: vacancy.rate
});
type ApiSource = Pick<MunicipalityItem, 'ags' | 'name' | 'state' | 'district' | 'population' | 'lat' | 'lon' | 'vacancy'>;
