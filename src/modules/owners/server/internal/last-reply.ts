import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownerReplies } from '../tables.ts';

/** The last word that was said to a letter: only that one counts. `lock`: held until the end of the transaction. */
export async function lastReply({ db }: Pick<Ctx, 'db'>, recipientId: string, { lock = false } = {}) {
	const newest = db
		.select()
		.from(ownerReplies)
		.where(eq(ownerReplies.recipientId, recipientId))
		.orderBy(desc(ownerReplies.at), desc(ownerReplies.id))
		.limit(1);
	const [reply] = await (lock ? newest.for('update') : newest);
	return reply;
}
