import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { viewSpace, type SpaceView } from '#modules/properties/server/view-space.ts';
import type { PublicGroup } from '../to-public-group.ts';
import { listGroupsOfHouse } from './list-groups.ts';

/** Most houses have no group: whether there is one is asked with the house, and the groups only where there are some. */
const hasGroups = sql`select exists (select from groups g where g.property_id = own.id and g.shown_at is not null and g.house_gone is null)`;

/** A public house with the groups around it. Throws like `viewSpace`. */
export async function viewHouse(ctx: Ctx, slug: string): Promise<SpaceView & { groups: PublicGroup[] }> {
	const { also, ...view } = await viewSpace(ctx, slug, hasGroups);
	return { ...view, groups: also ? await listGroupsOfHouse(ctx, view.space.id) : [] };
}
