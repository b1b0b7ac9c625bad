import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from './tables.ts';

/** A published house as it stands in the street of its town: how many storeys, and how far it is on its way, 0 to 100. */
export type TownLight = { reference: string; storeys: number | null; lit: number };

/** The published houses of a municipality (`ags`) or a county (`districtCode`), the darkest first. */
export function listTownLights(ctx: Pick<Ctx, 'db'>, of: { ags: string } | { districtCode: string }): Promise<TownLight[]> {
	return ctx.db
		.select({ reference: spaces.reference, storeys: spaces.storeys, lit: spaces.lit })
		.from(spaces)
		.where('ags' in of ? eq(spaces.ags, of.ags) : eq(spaces.districtCode, of.districtCode))
		.orderBy(asc(spaces.lit), asc(spaces.reference))
		.limit(2000);
}
