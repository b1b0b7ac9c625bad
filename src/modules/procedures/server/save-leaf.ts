import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Theirs } from '../conflict.ts';
import { evidenceText } from '../criteria.ts';
import type { LeafInput } from '../forms.ts';
import { weightText } from '../weights.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { lastPosition } from './internal/position.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedureAreas, procedureLeaves } from './tables.ts';

type Row = typeof procedureLeaves.$inferSelect;
const most = 40;

const textsOf = (row: Row): Theirs['texts'] => [
	['Kriterium', row.title],
	['Beschreibung', row.description],
	['Gewicht', `${weightText(row.weight)} %`],
	...row.levels.map(({ points, text }): [string, string] => [`${points} Punkte`, text]),
	['Nachweise', evidenceText(row)]
];

async function heldLeaf(ctx: Ctx, procedureId: string, leafId: string): Promise<Row> {
	const [found] = await ctx.db
		.select({ row: procedureLeaves })
		.from(procedureLeaves)
		.innerJoin(procedureAreas, eq(procedureAreas.id, procedureLeaves.areaId))
		.where(and(eq(procedureLeaves.id, leafId), eq(procedureAreas.procedureId, procedureId)));
	if (!found) throw notFound('Dieses Kriterium gibt es nicht mehr. Jemand hat es inzwischen entfernt.');
	return found.row;
}

/** Adds a criterion at the end of its area, or changes one; with another area it moves there. Throws 401, 404, 409 (with both texts when somebody was faster), 422. */
export async function saveLeaf(ctx: Ctx, { id, input }: { id: string; input: LeafInput }): Promise<string> {
	return changeDraft(ctx, id, async (inside) => {
		const { partId: known, version, areaId, ...rest } = input;
		const before = known ? await heldLeaf(inside, id, known) : null;
		if (before) await refuseConflict(inside, before, { read: version, texts: textsOf(before) });
		const isHere = and(eq(procedureAreas.id, areaId), eq(procedureAreas.procedureId, id));
		if (!(await inside.db.$count(procedureAreas, isHere)))
			throw refused('no-area', 'Diesen Bereich gibt es nicht mehr. Bitte einen anderen wählen.', 'areaId');
		const stamp = { ...rest, areaId, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		const last = before?.areaId === areaId ? null : await lastPosition(inside, procedureLeaves, eq(procedureLeaves.areaId, areaId));
		if (last && last.count >= most) throw refused('too-many', `Mehr als ${most} Kriterien in einem Bereich liest niemand.`);
		if (before) {
			const position = last?.position ?? before.position;
			await inside.db
				.update(procedureLeaves)
				.set({ ...stamp, position, version: before.version + 1 })
				.where(eq(procedureLeaves.id, before.id));
			return before.id;
		}
		const leafId = newId();
		await inside.db.insert(procedureLeaves).values({ id: leafId, position: last?.position ?? 1, ...stamp });
		return leafId;
	});
}
