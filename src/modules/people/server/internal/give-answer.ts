import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '../../actor.ts';
import { whyNotAnswer, whyNotThis, type Answer } from '../../ask.ts';
import { notices } from '../post-tables.ts';
import { recordEvent } from '../record-event.ts';
import { askFor } from './ask-for.ts';

type Given = { id: string; reader: { id: string; name: string; email: string }; answer: Answer };

/** Writes an answer, the first or a better one, and records who gave it for whom; what follows, the reactions say. */
export async function giveAnswer(ctx: Ctx, { id, reader, answer }: Given): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const row = await askFor({ ...ctx, db }, { id, readerId: reader.id, lock: true });
		if (!row) throw notFound('Diese Frage gibt es nicht, oder sie ging an jemand anderen.');
		const closed = whyNotAnswer(row, ctx.now);
		if (closed) throw refused(closed.code, closed.message);
		const wrong = whyNotThis(row.ask, answer);
		if (wrong) throw refused('answer-wrong', wrong.message, wrong.field);
		await db.update(notices).set({ answer, answeredAt: ctx.now, answeredBy: reader.id }).where(eq(notices.id, id));
		const data = { kind: row.kind, subjectId: row.subjectId, personId: row.personId, changed: row.answeredAt !== null };
		await recordEvent({ ...ctx, db, actor: { ...reader, grants: [] } }, 'ask.answered', { subjectId: id, data });
	});
}
