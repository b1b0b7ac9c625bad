import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { whyNotHandIn } from '../window.ts';
import { dropFiles, takeBack } from './internal/take-back.ts';
import { conceptMembers, concepts } from './tables.ts';

/**
 * Concepts whose only writer is gone: a draft goes with them, and what lies in the box is taken back as long as the group itself could have done so. After
 * the deadline it stays in the procedure as it was handed in. A reaction to accounts that are deleted, and a job. Returns how many it settled.
 */
export async function settleOrphans(ctx: Pick<Ctx, 'db' | 'now'>): Promise<number> {
	return ctx.db.transaction(async (db) => {
		const inside: Ctx = { ...ctx, db, actor: null };
		const writers = db
			.select({ one: sql`1` })
			.from(conceptMembers)
			.where(eq(conceptMembers.conceptId, concepts.id));
		const lonely = await db
			.select({ id: concepts.id, procedureId: concepts.procedureId })
			.from(concepts)
			.where(and(inArray(concepts.state, ['draft', 'lapsed', 'submitted']), notExists(writers)))
			.orderBy(concepts.procedureId, concepts.id);
		let settled = 0;
		for (const { id, procedureId } of lonely) {
			const [procedure] = await db.select().from(procedures).where(eq(procedures.id, procedureId)).for('share');
			const [row] = await db.select().from(concepts).where(eq(concepts.id, id)).for('update');
			if (!procedure || !row) continue;
			const isDraft = row.state !== 'submitted';
			if (!isDraft && whyNotHandIn(procedure, { ofRound: row.round, at: ctx.now })) continue;
			if (isDraft) {
				await dropFiles(inside, id);
				await db.delete(concepts).where(eq(concepts.id, id));
			} else await takeBack(inside, row);
			settled += 1;
		}
		return settled;
	});
}
