/** Coordinate systems that German lists use, as proj4 definitions. Gauß-Krüger carries the seven parameters of DHDN (a few metres). */
export const systems = {
	wgs84: { label: 'WGS84 / ETRS89 (Grad)', definition: '+proj=longlat +datum=WGS84 +no_defs' },
	utm32: { label: 'ETRS89 / UTM 32N (EPSG:25832)', definition: '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs' },
	utm33: { label: 'ETRS89 / UTM 33N (EPSG:25833)', definition: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs' },
	gk2: { label: 'Gauß-Krüger Zone 2 (EPSG:31466)', definition: gaussKrueger(2) },
	gk3: { label: 'Gauß-Krüger Zone 3 (EPSG:31467)', definition: gaussKrueger(3) },
	gk4: { label: 'Gauß-Krüger Zone 4 (EPSG:31468)', definition: gaussKrueger(4) },
	gk5: { label: 'Gauß-Krüger Zone 5 (EPSG:31469)', definition: gaussKrueger(5) }
} as const;
export type SystemId = keyof typeof systems;

function gaussKrueger(zone: number): string {
	return `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs`;
}

/** What lists call them, first match wins; `null` is recognised and not understood. */
export const systemNames: [RegExp, SystemId | null][] = [
	[/osgb|27700|british|national grid/i, null],
	[/lambert|2154|rgf ?93/i, null],
	[/25832|utm[^0-9]*32|zone 32/i, 'utm32'],
	[/25833|utm[^0-9]*33|zone 33/i, 'utm33'],
	[/31466|(gk|gau(ß|ss)).*\b2\b/i, 'gk2'],
	[/31467|(gk|gau(ß|ss)).*\b3\b/i, 'gk3'],
	[/31468|(gk|gau(ß|ss)).*\b4\b/i, 'gk4'],
	[/31469|(gk|gau(ß|ss)).*\b5\b/i, 'gk5'],
	[/4326|wgs ?84|4258|etrs ?89|crs84|gps/i, 'wgs84']
];
