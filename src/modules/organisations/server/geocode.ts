import { metresBetween } from '#lib/distance.ts';
import { eq, lt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine, type Address, type GeocodedPoint, type GeocodePrecision } from '../address.ts';
import { askPhoton, type PhotonPoint } from './internal/ask-photon.ts';
import { locatePoint } from './locate-point.ts';
import { placeAddresses } from './place-addresses.ts';
import { geocodes } from './reference-tables.ts';

/** `notice` is a German sentence for the person when the point is less good than it could be. */
export type Geocoding = { point: GeocodedPoint | null; notice: string | null };

const day = 86_400_000;
/** A service may find a street of the same name elsewhere: farther than this from the place it is not believed. */
const plausibleKm = 30;

type Cached = Pick<Ctx, 'db' | 'now'>;

async function ask(ctx: Cached, base: string, line: string): Promise<PhotonPoint | null> {
	const query = `${base} ${line.toLowerCase().replace(/\s+/g, ' ')}`;
	const [known] = await ctx.db.select().from(geocodes).where(eq(geocodes.query, query));
	if (known && known.expiresAt > ctx.now) {
		if (known.lat === null || known.lon === null) return null;
		return { lat: known.lat, lon: known.lon, precision: known.precision as GeocodePrecision, label: known.label ?? '' };
	}
	const point = await askPhoton(base, line);
	const row = {
		lat: point?.lat ?? null,
		lon: point?.lon ?? null,
		precision: point?.precision ?? null,
		label: point?.label ?? null,
		expiresAt: new Date(ctx.now.getTime() + (point ? 30 : 1) * day)
	};
	await ctx.db.delete(geocodes).where(lt(geocodes.expiresAt, ctx.now));
	await ctx.db
		.insert(geocodes)
		.values({ query, ...row })
		.onConflictDoUpdate({ target: geocodes.query, set: row });
	return point;
}

/**
 * Address to point. With `geocoderUrl` (GEOCODER_URL) the service is asked once per address and month; without it, or when it fails or is not plausible,
 * the gazetteer answers and `precision` says how coarse that is.
 */
export async function geocode(ctx: Cached, address: Address, { geocoderUrl }: { geocoderUrl?: string } = {}): Promise<Geocoding> {
	const [coarse = null] = await placeAddresses(ctx, [address]);
	const line = addressLine(address);
	if (!geocoderUrl || !line) return { point: coarse, notice: null };
	try {
		const found = await ask(ctx, geocoderUrl, line);
		if (!found) return { point: coarse, notice: 'Diese Adresse kennt die Adresssuche nicht. Bitte setzen Sie den Punkt selbst.' };
		const municipality = await locatePoint(ctx, found);
		const isPlausible = municipality && (!coarse || metresBetween(coarse, found) / 1000 <= plausibleKm);
		if (!isPlausible) return { point: coarse, notice: 'Die Adresssuche fand nur etwas weit entfernt. Bitte setzen Sie den Punkt selbst.' };
		return { point: { ...found, source: 'geocoder', ags: municipality.ags }, notice: null };
	} catch {
		return {
			point: coarse,
			notice: 'Die Adresssuche antwortet gerade nicht. Der Punkt liegt in der Ortsmitte, bitte rücken Sie ihn zurecht.'
		};
	}
}
