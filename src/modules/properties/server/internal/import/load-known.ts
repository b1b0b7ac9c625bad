import { eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { foldKey } from '../../../import/fold.ts';
import type { Property } from '../../../to-space.ts';
import { properties } from '../../tables.ts';

type Key = { id: string; hasExternalId: boolean };

/** The register of a municipality by the keys a list can carry: its own id, the folded address, title with place. */
export type Known = { byExternalId: Map<string, string>; byAddress: Map<string, Key[]>; byTitle: Map<string, Key[]> };

/** Title and place, to some 70 metres: for objects without id and address. */
export const titleKey = (title: string, { lat, lon }: { lat: number; lon: number }) =>
	`${foldKey(title)}@${lat.toFixed(3)},${lon.toFixed(3)}`;

function push<K>(map: Map<K, Key[]>, key: K, value: Key): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}

export async function loadKnown(ctx: Ctx, ags: string): Promise<Known> {
	const rows = await ctx.db
		.select({
			id: properties.id,
			externalId: properties.externalId,
			addressKey: properties.addressKey,
			title: properties.title,
			lat: properties.lat,
			lon: properties.lon
		})
		.from(properties)
		.where(eq(properties.ags, ags));
	const known: Known = { byExternalId: new Map(), byAddress: new Map(), byTitle: new Map() };
	for (const { id, externalId, addressKey, title, lat, lon } of rows) {
		const key = { id, hasExternalId: externalId !== null };
		if (externalId) known.byExternalId.set(externalId, id);
		if (addressKey) push(known.byAddress, addressKey, key);
		else if (lat !== null && lon !== null) push(known.byTitle, titleKey(title, { lat, lon }), key);
	}
	return known;
}

export async function loadProperties(ctx: Ctx, ids: string[]): Promise<Map<string, Property>> {
	const rows = ids.length ? await ctx.db.select().from(properties).where(inArray(properties.id, ids)) : [];
	return new Map(rows.map((row) => [row.id, row]));
}
