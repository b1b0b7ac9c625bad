import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PartKind } from '../forms.ts';
import { partAmongOthers, partTables } from './internal/part-row.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { procedureLeaves } from './tables.ts';

/** Takes an area, a criterion or a condition out. An area has to be empty, so that nothing goes unseen. Throws 401, 404, 409. */
export async function removePart(ctx: Ctx, { id, part, partId }: { id: string; part: PartKind; partId: string }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		await partAmongOthers(inside, { id, part, partId });
		if (part === 'area' && (await inside.db.$count(procedureLeaves, eq(procedureLeaves.areaId, partId))))
			throw refused('not-empty', 'In diesem Bereich stehen noch Kriterien. Bitte sie zuerst entfernen oder in einen anderen legen.');
		await inside.db.delete(partTables[part]).where(eq(partTables[part].id, partId));
	});
}
