import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { evidences, type Evidence } from '../criteria.ts';
import type { Hours } from '../effort.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedures } from './tables.ts';

/** Hours that an office puts in place of our assumptions; what is left out is ours again. Throws 401, 404, 409. */
export async function setHours(ctx: Ctx, { id, version, hours }: { id: string; version: number; hours: Hours }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { row }) => {
		const texts = Object.entries(row.hours).map(([name, n]): [string, string] => [evidences[name as Evidence], `${n} Stunden`]);
		await refuseConflict(inside, row, { read: version, texts });
		await inside.db
			.update(procedures)
			.set({ hours, version: version + 1 })
			.where(eq(procedures.id, id));
	});
}
