import type { PropertyInput } from './forms.ts';
import type { Property } from './to-space.ts';

type Place = Pick<Property, 'street' | 'houseNumber' | 'postalCode' | 'city' | 'district' | 'lat' | 'lon' | 'locationSource'>;
type Said = Pick<PropertyInput, 'street' | 'houseNumber' | 'postalCode' | 'city' | 'district' | 'lat' | 'lon' | 'locationSource'>;

/** A form shows seven decimals of a degree, which is a centimetre. */
const samePoint = (a: number | null | undefined, b: number | null | undefined) =>
	a == null || b == null ? (a ?? null) === (b ?? null) : Math.abs(a - b) < 1e-6;
const samePlace = (before: Place, said: Said) => samePoint(before.lat, said.lat) && samePoint(before.lon, said.lon);

/** Whether the address or the point of a property is no longer the one that was recorded. */
export const isMoved = (before: Place, said: Said): boolean =>
	!samePlace(before, said) ||
	(['street', 'houseNumber', 'postalCode', 'city', 'district'] as const).some((name) => (before[name] ?? '') !== (said[name] ?? ''));

/** Who moves a point without saying whence sets a pin; without a point nothing is known of it. */
export function sourceOfPoint(before: Place, said: Said): Property['locationSource'] {
	if (said.lat === undefined) return 'unknown';
	return !samePlace(before, said) && said.locationSource === before.locationSource ? 'pin' : said.locationSource;
}
