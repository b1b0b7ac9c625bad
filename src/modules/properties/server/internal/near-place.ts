import { sql, type SQL } from 'drizzle-orm';

/** What "Wo?" means, with its centre. */
export type SearchPlace = { name: string; lat: number; lon: number };

/** The sphere of `earth()`, which also orders by distance. */
const earthKm = 6378.168;
const radians = (degrees: number) => (degrees / 180) * Math.PI;
const degrees = (angle: number) => (angle / Math.PI) * 180;
const number = (value: number) => sql`${value}::float8`;

/** The smallest box of degrees around the circle; null where it would reach around a pole. */
function boxAround({ lat, lon }: SearchPlace, angle: number): SQL | null {
	const sine = Math.sin(angle) / Math.cos(radians(lat));
	const aside = degrees(Math.asin(sine));
	const up = degrees(angle);
	if (!(sine < 1) || lon + aside > 180 || lon - aside < -180) return null;
	return sql`s.lat between ${number(lat - up)} and ${number(lat + up)} and s.lon between ${number(lon - aside)} and ${number(lon + aside)}`;
}

/**
 * Spaces `s` within so many kilometres of a place. Only the blurred point is known here, so nothing finer can be asked. Written out, not with
 * `earth_distance`: that is ten times the work for each space, and the planner takes its box for a thousandth of the country, whatever its size.
 */
export function within(place: SearchPlace, km: number): SQL {
	const angle = km / earthKm;
	const lat = radians(place.lat);
	const box = boxAround(place, angle) ?? sql`s.lat is not null`;
	return sql`(${box} and sin(radians(s.lat)) * ${number(Math.sin(lat))}
		+ cos(radians(s.lat)) * ${number(Math.cos(lat))} * cos(radians(s.lon - ${number(place.lon)})) >= ${number(Math.cos(angle))})`;
}

/** The same circle for the index that gives the order of distance, which walks no further then. */
export const boxToOrder = ({ lat, lon }: SearchPlace, km: number): SQL =>
	sql`earth_box(ll_to_earth(${lat}, ${lon}), ${km * 1000}) @> ll_to_earth(s.lat, s.lon)`;

/** Kilometres from a place to the spaces `s`; null where there is no place. */
export const kilometresTo = (place: SearchPlace | null): SQL =>
	place
		? sql`2 * ${number(earthKm)} * asin(sqrt(sin(radians(s.lat - ${number(place.lat)}) / 2) ^ 2
			+ ${number(Math.cos(radians(place.lat)))} * cos(radians(s.lat)) * sin(radians(s.lon - ${number(place.lon)}) / 2) ^ 2))`
		: sql`null::float8`;
