import type { Ctx } from '#modules/people/actor.ts';
import { project } from '../germany.ts';
import type { MunicipalityItem } from '../municipality.ts';
import { parseFilter, type MunicipalityFilter } from '../municipality-filter.ts';
import { listDistricts, listStates, type DistrictChoice, type StateChoice } from './list-districts.ts';
import { countMunicipalities, listMunicipalities, pageSize } from './list-municipalities.ts';
import { suggestPlaces, type Place } from './suggest-places.ts';

/** Everything the page `/kommunen` shows for one address; `spots` lie on the map of `germany.ts`. */
export type MunicipalitiesView = {
	filter: MunicipalityFilter;
	items: MunicipalityItem[];
	total: number;
	pages: number;
	suppressed: number;
	spots: [number, number, number][];
	states: StateChoice[];
	/** Those of the chosen state, else all. */
	districts: DistrictChoice[];
	/** What might have been meant when nothing was found. */
	guesses: Place[];
};

export async function searchMunicipalities(ctx: Pick<Ctx, 'db'>, search: URLSearchParams): Promise<MunicipalitiesView> {
	const filter = parseFilter(search);
	const [items, { total, suppressed, spots }, states, districts] = await Promise.all([
		listMunicipalities(ctx, filter),
		countMunicipalities(ctx, filter),
		listStates(ctx),
		listDistricts(ctx)
	]);
	return {
		filter,
		items,
		total,
		suppressed,
		pages: Math.ceil(total / pageSize),
		spots: spots.map(([lon, lat, n]) => [...project(lon, lat), n]),
		states,
		districts: districts.filter((d) => d.stateCode.startsWith(filter.state)),
		guesses: total || !filter.q ? [] : await suggestPlaces(ctx, filter.q, 5)
	};
}
