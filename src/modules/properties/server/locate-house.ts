import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { geocode } from '#modules/organisations/server/geocode.ts';
import { locatePoint } from '#modules/organisations/server/locate-point.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import { metresBetween } from '#lib/distance.ts';
import { type Point } from '../blur.ts';
import { degree } from '../details-form.ts';
import { readPoint } from '../import/coordinates.ts';
import type { Typed } from '../typed.ts';

export type HousePlace = {
	ags: string;
	town: string;
	lat: number | null;
	lon: number | null;
	source: 'pin' | 'coordinates' | 'gazetteer' | 'geocoder' | 'unknown';
	/** German sentences: what does not agree. */
	warnings: string[];
};

const farKm = 5;
const one = (value: string | string[] | undefined) => [value ?? ''].flat()[0]?.trim() ?? '';

function typedPoint(typed: Typed): (Point & { source: 'pin' | 'coordinates' }) | null {
	const lat = degree(one(typed.lat));
	const lon = degree(one(typed.lon));
	if (lat !== null && lon !== null) return { lat, lon, source: 'pin' };
	const text = one(typed.coordinates);
	if (!text) return null;
	const read = readPoint(text);
	if (typeof read !== 'string') return { lat: read.lat, lon: read.lon, source: 'coordinates' };
	const reasons = {
		outside: 'Diese Koordinaten liegen nicht in Deutschland.',
		'not-understood': 'Dieses Koordinatensystem wird hier nicht gelesen. Bitte Grad angeben, zum Beispiel 53,0152 13,9991.',
		unreadable: 'Das sind keine lesbaren Koordinaten. Bitte zum Beispiel so: 53,0152 13,9991.'
	};
	throw refused('coordinates', reasons[read], 'coordinates');
}

const distance = (metres: number) => `${Math.round(metres / 1000)} km`;

/**
 * Where a house lies by its address and its pin: the point, the municipality by its border, and what does not agree between the two. Null when
 * neither leads anywhere. Throws 422 on coordinates nobody can read.
 */
export async function locateHouse(ctx: Ctx, typed: Typed, { geocoderUrl }: { geocoderUrl?: string } = {}): Promise<HousePlace | null> {
	const pin = typedPoint(typed);
	const own = editedMunicipalities(ctx.actor);
	const address = {
		street: one(typed.street) || undefined,
		houseNumber: one(typed.houseNumber) || undefined,
		postalCode: one(typed.postalCode) || undefined,
		city: one(typed.city) || undefined,
		district: one(typed.district) || undefined
	};
	const { point: byAddress, notice } = await geocode(ctx, address, { geocoderUrl });
	const warnings = notice ? [notice] : [];
	const inside = pin && (await locatePoint(ctx, pin));
	const ags = inside?.ags ?? byAddress?.ags ?? (own.length === 1 ? own[0] : undefined);
	if (!ags) return null;
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, ags));
	if (pin && byAddress) {
		const metres = metresBetween(pin, byAddress);
		if (inside && inside.ags !== byAddress.ags)
			warnings.push(`Adresse und Nadel widersprechen sich: die Nadel liegt in ${inside.name}, die Adresse führt nach ${byAddress.label}.`);
		else if (metres > farKm * 1000) warnings.push(`Adresse und Nadel liegen ${distance(metres)} auseinander. Bitte prüfen, was stimmt.`);
	}
	const at = pin ?? byAddress;
	return { ags, town: town?.name ?? '', lat: at?.lat ?? null, lon: at?.lon ?? null, source: at?.source ?? 'unknown', warnings };
}
