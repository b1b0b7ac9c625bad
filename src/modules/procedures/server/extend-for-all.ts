import { and, eq, isNotNull, or } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { whyNotExtend } from '../open.ts';
import { heldByTown } from './internal/procedure-for.ts';
import { moveDeadline } from './move-deadline.ts';
import { moveProcedure } from './move-procedure.ts';
import { tellFollowers } from './tell-followers.ts';

/** A fault of the platform: more time for all, also just after the deadline, never after the opening. Later days move along. Throws 401, 404, 409, 422. */
export async function extendForAll(ctx: Ctx, { id, until, reason }: { id: string; until: Date; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await heldByTown(inside, id);
		const box = and(eq(seals.subjectId, id), eq(seals.round, row.round), or(isNotNull(seals.openedAt), isNotNull(seals.identity)));
		const isOpened = (await db.$count(seals, box)) > 0;
		const not = whyNotExtend({ ...row, until, now: ctx.now, reason, isOpened });
		if (not) throw refused(not.code, not.message, not.field);
		if (row.state === 'closed')
			await moveProcedure(inside, { id, move: 'extend', reason, facts: { deadline: until.toISOString() }, set: { deadline: until } });
		const version = await moveDeadline(inside, row, { until, reason });
		await recordEvent(inside, 'procedure.extended', { subjectId: id, data: { until: until.toISOString() } });
		const text = `Wegen einer Störung haben alle mehr Zeit: bis ${momentText(until)}. ${reason}`;
		await tellFollowers(inside, id, { kind: 'procedure-extended', key: String(version), title: 'Frist verlängert', text });
	});
}
