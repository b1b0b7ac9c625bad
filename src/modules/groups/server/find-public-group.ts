import { and, desc, eq, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PublicGroup } from '../to-public-group.ts';
import { publicGroups } from './internal/public-groups.ts';
import { shownGroup } from './internal/shown-group.ts';
import { groupKnocks, groupMembers } from './tables.ts';

/** How whoever reads the page stands to the group. */
export type Standing = {
	groupId: string | null;
	knock: { state: 'open' | 'accepted' | 'declined' | 'withdrawn'; answer: string | null } | null;
};

/** A group that everybody may see, and how one stands to it oneself. Throws 404 for any other. */
export async function findPublicGroup(ctx: Ctx, slug: string): Promise<{ group: PublicGroup; standing: Standing }> {
	const { id } = await shownGroup(ctx, slug);
	const [group] = await publicGroups(ctx, { where: sql`g.id = ${id}`, limit: 1 });
	if (!group) throw notFound();
	const personId = ctx.actor?.id;
	if (!personId) return { group, standing: { groupId: null, knock: null } };
	const isIn = await ctx.db.$count(groupMembers, and(eq(groupMembers.groupId, id), eq(groupMembers.personId, personId)));
	const [knock] = await ctx.db
		.select({ state: groupKnocks.state, answer: groupKnocks.answer })
		.from(groupKnocks)
		.where(and(eq(groupKnocks.groupId, id), eq(groupKnocks.personId, personId)))
		.orderBy(desc(groupKnocks.at))
		.limit(1);
	return { group, standing: { groupId: isIn ? id : null, knock: knock ?? null } };
}
