import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { maySteer } from '#modules/properties/policy.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { whyNotDecide } from '../freshness.ts';
import { freshnessAsks } from './tables.ts';

/** Somebody said that a house is no longer empty; the office takes it off the page, or keeps it. Throws 404, 403, 409 with the reason. */
export async function decideGone(ctx: Ctx, { askId, decision }: { askId: string; decision: 'archived' | 'kept' }): Promise<void> {
	if (!isUuid(askId)) throw notFound();
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const [ask] = await db.select().from(freshnessAsks).where(eq(freshnessAsks.id, askId)).for('update');
		if (ask?.kind !== 'property') throw notFound();
		const house = await findProperty(within, ask.entryId);
		if (!maySteer(ctx.actor, house)) throw forbidden();
		const against = whyNotDecide(ask);
		if (against) throw refused('nothing-to-decide', against);
		await db
			.update(freshnessAsks)
			.set({ decision, decidedAt: ctx.now, decidedBy: ctx.actor?.id ?? null })
			.where(eq(freshnessAsks.id, askId));
		const reason = ['Nicht mehr leer', ask.words].filter(Boolean).join(': ');
		if (decision === 'archived') await changeLifecycle(within, { id: ask.entryId, to: 'archived', reason });
		else await confirmProperties(within, [ask.entryId]);
		await recordEvent(within, 'entry.decided', { subjectId: ask.entryId, data: { decision } });
	});
}
