import { and, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import type { GroupState } from '../group.ts';
import { groups } from './tables.ts';

export type ShownGroup = { id: string; name: string; house: string | null; state: GroupState; members: number; townAt: Date };

/** What `mayReadForTown` says one by one, as a query. */
function turnedTo(ctx: Ctx): SQL | undefined {
	const towns = editedMunicipalities(ctx.actor);
	const isTheirs = isAdmin(ctx.actor) ? isNotNull(groups.ags) : towns.length ? inArray(groups.ags, towns) : sql`false`;
	return and(isNotNull(groups.townAt), isTheirs);
}

const rowsOf = async (ctx: Ctx, where?: SQL): Promise<ShownGroup[]> => {
	const members = sql<number>`(select count(*)::int from group_members i where i.group_id = ${groups.id})`;
	const rows = await ctx.db
		.select({ id: groups.id, name: groups.name, house: groups.houseTitle, state: groups.state, members, townAt: groups.townAt })
		.from(groups)
		.where(and(turnedTo(ctx), where))
		.orderBy(desc(groups.townAt), groups.id)
		.limit(200);
	return rows.flatMap(({ townAt, ...row }) => (townAt ? [{ ...row, townAt }] : []));
};

/** The groups that turned to one's municipality. Throws 403 for whoever edits for none. */
export async function listShownGroups(ctx: Ctx): Promise<ShownGroup[]> {
	const isOfTown = isAdmin(ctx.actor) || editedMunicipalities(ctx.actor).length > 0;
	if (!isOfTown) throw forbidden('Gruppen zeigen sich der Kommune. Das liest, wer für eine Kommune arbeitet.');
	return rowsOf(ctx);
}

/** Those around one house; none for whoever does not edit for its municipality, its owner included. */
export const listGroupsOfProperty = (ctx: Ctx, { id }: { id: string }): Promise<ShownGroup[]> => rowsOf(ctx, eq(groups.propertyId, id));
