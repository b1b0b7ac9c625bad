import type { Point } from './coordinates.ts';
import { foldWords } from './fold.ts';

export type TownPlace = Point & { name: string; postalCode: string };

/** What is known of the municipality whose list is read: its name, its places and postal codes, its border. */
export type Town = Point & {
	ags: string;
	name: string;
	/** Folded names of its Ortsteile. */
	places: Map<string, TownPlace>;
	/** Its postal codes with their middle. */
	postalCodes: Map<string, Point>;
	/** All postal codes of the country with the municipality they mostly belong to. */
	postalCodesElsewhere: Map<string, string>;
	/** Rings of [lon, lat]; empty when the border is not known. */
	rings: [number, number][][];
};

/** Even-odd over all rings, so islands and holes count. Without a border every point is inside. */
export function isInside({ rings }: Pick<Town, 'rings'>, { lat, lon }: Point): boolean {
	if (rings.length === 0) return true;
	let inside = false;
	for (const ring of rings)
		for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
			const [xi, yi] = ring[i]!;
			const [xj, yj] = ring[j]!;
			if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
		}
	return inside;
}

/** Borders are drawn to some hundred metres; a point that misses by less is no mistake of the list. */
export function isAtHome(town: Town, point: Point): boolean {
	const step = 0.004;
	return (
		isInside(town, point) ||
		[
			[step, 0],
			[-step, 0],
			[0, step * 1.6],
			[0, -step * 1.6]
		].some(([north = 0, east = 0]) => isInside(town, { lat: point.lat + north, lon: point.lon + east }))
	);
}

/** "Angermünde, Stadt", "Stadt Angermünde" and "ANGERMUENDE" are the town itself. */
export function isTown(town: Pick<Town, 'name'>, text: string): boolean {
	const bare = (name: string) =>
		foldWords(name.toLowerCase())
			.replace(/\b(stadt|gemeinde|markt|hansestadt|landeshauptstadt)\b/g, '')
			.trim();
	return bare(text) === bare(town.name) || bare(text).startsWith(`${bare(town.name)} `);
}

export const placeIn = (town: Town, text: string): TownPlace | undefined =>
	town.places.get(foldWords(text.toLowerCase().replace(/^(ot|ortsteil)\.?\s+/i, '')));
