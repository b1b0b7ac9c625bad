import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { mayWalk } from '../policy.ts';
import type { WalkHouse } from '../walk.ts';

/** A phone carries no more; a larger town walks by quarters. */
const most = 2000;

export type Walk = { ags: string; town: string; postalCode: string | null; houses: WalkHouse[]; isCut: boolean };

/** The houses of a municipality that a walk looks at, by address. 403 for everybody but its people. */
export async function listWalkHouses(ctx: Ctx, ags: string): Promise<Walk> {
	if (!mayWalk(ctx.actor, ags)) throw forbidden();
	const [town] = await ctx.db
		.select({ name: municipalities.nameShort, postalCode: municipalities.postalCode })
		.from(municipalities)
		.where(eq(municipalities.ags, ags));
	const { id, title, reference, lat, lon, version } = properties;
	const address = sql<string>`concat_ws(', ', nullif(concat_ws(' ', ${properties.street}, ${properties.houseNumber}), ''), ${properties.district}, ${properties.city})`;
	const rows = await ctx.db
		.select({ id, title, reference, lat, lon, version, address, confirmed: properties.lastConfirmedAt })
		.from(properties)
		.where(and(eq(properties.ags, ags), notInArray(properties.lifecycleState, ['archived', 'discarded', 'demolished', 'reused'])))
		.orderBy(asc(properties.street), asc(properties.houseNumber), asc(properties.id))
		.limit(most + 1);
	const houses = rows.slice(0, most).map(({ confirmed, ...row }) => ({ ...row, lastConfirmedAt: confirmed?.toISOString() ?? null }));
	return { ags, town: town?.name ?? '', postalCode: town?.postalCode ?? null, houses, isCut: rows.length > most };
}
