import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { HouseInput } from '../forms.ts';
import { checkAlive, groupForSpeaker } from './internal/group-for.ts';
import { houseOf } from './internal/house-of.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groups } from './tables.ts';

/** Another house, a place, or neither. Whoever turned to one municipality has not turned to the next. Throws 401, 403, 404, 409, 422. */
export async function chooseHouse(ctx: Ctx, { id, house, ort }: HouseInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		const chosen = await houseOf(inside, { house, ort }, { house: 'house', ort: 'ort' });
		const townAt = chosen.ags === row.ags ? row.townAt : null;
		await db
			.update(groups)
			.set({ ...chosen, townAt, updatedAt: ctx.now })
			.where(eq(groups.id, id));
		await note(inside, row, { kind: 'house_chosen', what: chosen.houseTitle ?? ort ?? 'noch keines' });
		const text = chosen.houseTitle ? `Es geht jetzt um „${chosen.houseTitle}“.` : 'Die Gruppe sucht weiter nach einem Haus.';
		await tellMembers(inside, row, { title: `${row.name}: ein anderes Haus`, text });
	});
}
