import { and, between, eq, ne, notInArray, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addressKey, type Address } from '../address.ts';
import { metresBetween } from '#lib/distance.ts';
import { visibleProperties } from './find-property.ts';
import { properties } from './tables.ts';

/** Two houses this close may be one. */
export const nearMetres = 30;

export type Nearby = { id: string; title: string; reference: string; metres: number | null; sameAddress: boolean };
type Wanted = Address & { id?: string; ags: string; lat?: number | null; lon?: number | null; locationSource?: string };

const sharp = ['pin', 'coordinates', 'geocoder', 'import'] as const;

/**
 * Houses of the asker's register that may be the same one: same address, or within 30 m. Points that are only the middle of a place, which a
 * hundred houses share, are not compared.
 */
export async function findNearby(ctx: Ctx, wanted: Wanted): Promise<Nearby[]> {
	const scope = visibleProperties(ctx);
	if (scope === false) return [];
	const { lat, lon } = wanted;
	const key = addressKey(wanted);
	const compares = lat != null && lon != null && wanted.locationSource !== 'gazetteer';
	if (!key && !compares) return [];
	const box = 0.0006;
	const rows = await ctx.db
		.select({
			id: properties.id,
			title: properties.title,
			reference: properties.reference,
			lat: properties.lat,
			lon: properties.lon,
			addressKey: properties.addressKey,
			locationSource: properties.locationSource
		})
		.from(properties)
		.where(
			and(
				scope,
				wanted.id ? ne(properties.id, wanted.id) : undefined,
				notInArray(properties.lifecycleState, ['archived', 'discarded', 'demolished']),
				or(
					key ? and(eq(properties.ags, wanted.ags), eq(properties.addressKey, key)) : undefined,
					compares ? and(between(properties.lat, lat - box, lat + box), between(properties.lon, lon - box, lon + box)) : undefined
				)
			)
		)
		.limit(200);
	return rows
		.map((row) => {
			const comparable = compares && row.lat !== null && row.lon !== null && sharp.some((source) => source === row.locationSource);
			const metres = comparable ? Math.round(metresBetween({ lat, lon }, { lat: row.lat ?? 0, lon: row.lon ?? 0 })) : null;
			return { id: row.id, title: row.title, reference: row.reference, metres, sameAddress: key !== null && row.addressKey === key };
		})
		.filter((row) => row.sameAddress || (row.metres !== null && row.metres <= nearMetres))
		.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))
		.slice(0, 5);
}
