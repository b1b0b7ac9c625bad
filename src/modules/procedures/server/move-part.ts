import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { PartKind } from '../forms.ts';
import { partAmongOthers, partTables } from './internal/part-row.ts';
import { changeDraft } from './internal/procedure-for.ts';

type Move = { id: string; part: PartKind; partId: string; up: boolean };

/** Moves an area, a criterion within its area, or a condition up or down by one. At the end it stays. Throws 401, 404, 409. */
export async function movePart(ctx: Ctx, { id, part, partId, up }: Move): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const ids = await partAmongOthers(inside, { id, part, partId });
		const at = ids.indexOf(partId);
		const to = at + (up ? -1 : 1);
		const other = ids[to];
		if (!other) return;
		[ids[at], ids[to]] = [other, partId];
		const order = sql.param(ids);
		await inside.db.execute(
			sql`update ${partTables[part]} set position = o.n from unnest(${order}::uuid[]) with ordinality o (id, n) where ${partTables[part].id} = o.id`
		);
	});
}
