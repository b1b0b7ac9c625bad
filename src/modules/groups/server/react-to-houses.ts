import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { houseGone, whyGone, type HouseGone } from '../group.ts';
import type { GroupRow } from './internal/group-for.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groups } from './tables.ts';

async function tellOf(ctx: Ctx, row: GroupRow, gone: HouseGone | null): Promise<void> {
	const house = `„${row.houseTitle ?? 'Das Haus'}“`;
	await note(ctx, row, { kind: gone ? 'house_gone' : 'house_back', what: row.houseTitle ?? undefined });
	const text = gone
		? `${house} ${houseGone[gone]}. Eure Gruppe bleibt: Ihr könnt ein anderes Haus wählen. Seid Ihr selbst dort eingezogen, ist nichts zu tun.`
		: `${house} steht wieder zur Verfügung.`;
	await tellMembers(ctx, row, { title: `${row.name}: ${gone ? 'das Haus ist weg' : 'das Haus ist wieder da'}`, text });
}

/** Houses were let, withdrawn or archived, or came back: their groups hear it once and stay. Runs again without telling again. */
export async function reactToHouses(ctx: Ctx, propertyIds: readonly string[]): Promise<void> {
	if (!propertyIds.length) return;
	const rows = await ctx.db
		.select({ group: groups, lifecycle: properties.lifecycleState, spaceId: spaces.id })
		.from(groups)
		.innerJoin(properties, eq(properties.id, groups.propertyId))
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(and(inArray(groups.propertyId, [...propertyIds]), ne(groups.state, 'dissolved')));
	for (const { group, lifecycle, spaceId } of rows) {
		const gone = whyGone({ lifecycle, isPublic: spaceId !== null });
		if (gone === group.houseGone) continue;
		await ctx.db.transaction(async (db) => {
			const inside = { ...ctx, db };
			await db.update(groups).set({ houseGone: gone }).where(eq(groups.id, group.id));
			if (!gone !== !group.houseGone) await tellOf(inside, group, gone);
		});
	}
}
