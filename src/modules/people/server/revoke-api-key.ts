import { and, eq, isNull } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { recordEvent } from './record-event.ts';
import { apiKeys } from './tables.ts';

/** Ends a key of the person who asks, from now on. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db
			.update(apiKeys)
			.set({ revokedAt: ctx.now })
			.where(and(eq(apiKeys.id, id), eq(apiKeys.personId, actor.id), isNull(apiKeys.revokedAt)));
		if (!rowCount) throw notFound('Diesen Schlüssel gibt es nicht mehr.');
		await recordEvent({ ...ctx, db }, 'api-key.revoked', { subjectId: id });
	});
}
