import { geoConicConformal } from 'd3-geo';

/** The map of Germany on paper: one unit is one kilometre, north is up, the country fills `width` × `height`. */
export const width = 645;
export const height = 874;

const projection = geoConicConformal().parallels([48.667, 53.667]).rotate([-10.45, 0]).center([0, 51.2]).scale(6371).translate([324, 434]);

/** WGS84 degrees to kilometres on the map: `[x, y]` from the upper left corner. */
export function project(lon: number, lat: number): [number, number] {
	return projection([lon, lat]) ?? [0, 0];
}

/** Drawings of districts and municipalities use a finer grid: this many steps per kilometre. */
export const stepsPerKilometre = 50;
