import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { PublicGroup } from '../to-public-group.ts';
import { countPublicGroups, publicGroups } from './internal/public-groups.ts';

export const groupsPerPage = 24;

/** The groups that everybody may see, who showed themselves last first. `q`: in name, idea, what is sought, or its town. */
export async function listGroups(
	ctx: Ctx,
	{ q, page }: { q: string; page: number }
): Promise<{ groups: PublicGroup[]; total: number; pages: number }> {
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const where = q ? sql`(g.name ilike ${like} or g.idea ilike ${like} or g.seeks ilike ${like} or m.name_short ilike ${like})` : sql`true`;
	const total = await countPublicGroups(ctx, where);
	const groups = await publicGroups(ctx, { where, limit: groupsPerPage, offset: (page - 1) * groupsPerPage });
	return { groups, total, pages: Math.max(1, Math.ceil(total / groupsPerPage)) };
}

/** The groups around one published house that everybody may see. */
export async function listGroupsOfHouse(ctx: Ctx, propertyId: string): Promise<PublicGroup[]> {
	return publicGroups(ctx, { where: sql`g.property_id = ${propertyId} and g.house_gone is null`, limit: 12 });
}
