import { eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { recordEvent } from './record-event.ts';
import { sessions } from './tables.ts';

/** Signs the person out on every device. Returns how many sessions ended. */
export async function endAllSessions(ctx: Ctx): Promise<number> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const { rowCount } = await db.delete(sessions).where(eq(sessions.personId, actor.id));
		await recordEvent({ ...ctx, db }, 'person.signed-out-everywhere', { subjectId: actor.id, data: { sessions: rowCount } });
		return rowCount ?? 0;
	});
}
