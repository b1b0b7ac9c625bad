import { z } from 'zod';
import type { GeocodePrecision } from '../../address.ts';

const answer = z.object({
	features: z.array(
		z.object({
			geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
			properties: z
				.object({
					type: z.string().optional(),
					name: z.string().optional(),
					street: z.string().optional(),
					housenumber: z.string().optional(),
					postcode: z.string().optional(),
					city: z.string().optional()
				})
				.loose()
		})
	)
});

export type PhotonPoint = { lat: number; lon: number; precision: GeocodePrecision; label: string };

const precisions: Record<string, GeocodePrecision> = {
	house: 'address',
	street: 'street',
	locality: 'place',
	district: 'place',
	city: 'municipality'
};

/** Asks a Photon service (`GEOCODER_URL`, its base or its `/api`). Null when it knows nothing; throws when it does not answer within three seconds. */
export async function askPhoton(base: string, line: string): Promise<PhotonPoint | null> {
	const url = new URL(base);
	if (!url.pathname.endsWith('/api')) url.pathname = `${url.pathname.replace(/\/$/, '')}/api`;
	for (const [name, value] of Object.entries({ q: line, limit: '1', lang: 'de' })) url.searchParams.set(name, value);
	const response = await fetch(url, { signal: AbortSignal.timeout(3000), headers: { accept: 'application/json' } });
	if (!response.ok) throw new Error(`geocoder: ${response.status}`);
	const [best] = answer.parse(await response.json()).features;
	if (!best) return null;
	const [lon, lat] = best.geometry.coordinates;
	const { type, name, street, housenumber, postcode, city } = best.properties;
	const label = [[street ?? name, housenumber].filter(Boolean).join(' '), [postcode, city].filter(Boolean).join(' ')]
		.filter(Boolean)
		.join(', ');
	return { lat, lon, precision: housenumber ? 'address' : (precisions[type ?? ''] ?? 'place'), label };
}
