/** As much of an address as somebody knows. `district` is the Ortsteil, `ags` the municipality it must lie in. */
export type Address = { street?: string; houseNumber?: string; postalCode?: string; city?: string; district?: string; ags?: string };

/** How near the point is to the door. */
export const geocodePrecisions = {
	address: 'auf die Hausnummer genau',
	street: 'auf die Straße genau',
	place: 'Mitte des Ortes',
	postal_code: 'Mitte des Postleitzahlgebiets',
	municipality: 'Mitte der Gemeinde'
} as const;
export type GeocodePrecision = keyof typeof geocodePrecisions;

/** WGS84 degrees; `label` is what was found, in words. */
export type GeocodedPoint = {
	lat: number;
	lon: number;
	precision: GeocodePrecision;
	source: 'geocoder' | 'gazetteer';
	ags: string;
	label: string;
};

const text = (...parts: (string | undefined)[]) =>
	parts
		.map((p) => p?.trim())
		.filter(Boolean)
		.join(' ');

/** "Marktplatz 3, 16278 Angermünde" as one line for the geocoding service; empty without a street. */
export const addressLine = ({ street, houseNumber, postalCode, city }: Address): string =>
	street?.trim() ? [text(street, houseNumber), text(postalCode, city)].filter(Boolean).join(', ') : '';
