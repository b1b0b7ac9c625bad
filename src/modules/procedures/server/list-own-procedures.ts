import { and, asc, desc, eq, ne, notInArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { procedures } from './tables.ts';

const most = 200;
const columns = {
	...{ houseId: properties.id, house: properties.title, town: municipalities.nameShort },
	...{ id: procedures.id, title: procedures.title, kind: procedures.kind, state: procedures.state },
	...{ updatedAt: procedures.updatedAt, releasedAt: procedures.releasedAt, isDemo: procedures.isDemo }
};
type Row = { id: string; title: string } & Pick<typeof procedures.$inferSelect, 'kind' | 'state' | 'updatedAt' | 'releasedAt' | 'isDemo'>;
export type OwnHouse = { id: string; title: string; town: string; procedures: Row[] };

/** The private houses of whoever asks, each with its procedures, the newest first. Throws 401. */
export async function listOwnProcedures(ctx: Ctx): Promise<OwnHouse[]> {
	if (!ctx.actor) throw unauthenticated();
	const isMine = and(
		eq(properties.ownerPersonId, ctx.actor.id),
		eq(properties.isMunicipal, false),
		notInArray(properties.lifecycleState, ['archived', 'demolished', 'discarded'])
	);
	const rows = await ctx.db
		.select(columns)
		.from(properties)
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.leftJoin(procedures, and(eq(procedures.propertyId, properties.id), ne(procedures.state, 'discarded')))
		.where(isMine)
		.orderBy(asc(properties.title), asc(properties.id), desc(procedures.updatedAt))
		.limit(most);
	const houses = new Map<string, OwnHouse>();
	for (const { houseId, house, town, id, title, kind, state, updatedAt, releasedAt, isDemo } of rows) {
		const one = houses.get(houseId) ?? { id: houseId, title: house, town, procedures: [] };
		houses.set(houseId, one);
		if (id && title && kind && state && updatedAt)
			one.procedures.push({ id, title, kind, state, updatedAt, releasedAt, isDemo: isDemo ?? false });
	}
	return [...houses.values()];
}
