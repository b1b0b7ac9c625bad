import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { AreaInput } from '../forms.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { lastPosition } from './internal/position.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedureAreas } from './tables.ts';

const most = 15;

/** Adds an area at the end, or changes one. Throws 401, 404, 409 (with both texts when somebody was faster). */
export async function saveArea(ctx: Ctx, { id, input }: { id: string; input: AreaInput }): Promise<string> {
	return changeDraft(ctx, id, async (inside) => {
		const { partId: known, version, title, description } = input;
		const stamp = { title, description, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		if (!known) {
			const { position, count } = await lastPosition(inside, procedureAreas, eq(procedureAreas.procedureId, id));
			if (count >= most) throw refused('too-many', `Mehr als ${most} Bereiche liest niemand. Bitte erst etwas entfernen.`);
			const areaId = newId();
			await inside.db.insert(procedureAreas).values({ id: areaId, procedureId: id, position, ...stamp });
			return areaId;
		}
		const [row] = await inside.db
			.select()
			.from(procedureAreas)
			.where(and(eq(procedureAreas.id, known), eq(procedureAreas.procedureId, id)));
		if (!row) throw notFound('Diesen Bereich gibt es nicht mehr. Jemand hat ihn inzwischen entfernt.');
		await refuseConflict(inside, row, {
			read: version,
			texts: [
				['Bereich', row.title],
				['Beschreibung', row.description]
			]
		});
		await inside.db
			.update(procedureAreas)
			.set({ ...stamp, version: row.version + 1 })
			.where(eq(procedureAreas.id, known));
		return known;
	});
}
