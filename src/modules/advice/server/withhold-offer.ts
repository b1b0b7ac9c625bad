import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { adviceOffers } from './tables.ts';

/** The operator withholds an offer of advice. Throws 409 for what is not shown. */
export async function withholdOffer(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db
			.select({ publishedAt: adviceOffers.publishedAt })
			.from(adviceOffers)
			.where(and(eq(adviceOffers.id, id), isNotNull(adviceOffers.publishedAt)))
			.for('update');
		if (!row) throw refused('content-gone', 'Dieses Angebot ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'offer', id }, { publishedAt: row.publishedAt });
		await db.update(adviceOffers).set({ publishedAt: null }).where(eq(adviceOffers.id, id));
		await recordEvent(inside, 'advice-offer.withheld', { subjectId: id });
	});
}

export async function restoreOffer(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<{ publishedAt: string }>(inside, { kind: 'offer', id });
		if (!kept) return;
		await db
			.update(adviceOffers)
			.set({ publishedAt: new Date(kept.publishedAt) })
			.where(and(eq(adviceOffers.id, id), isNull(adviceOffers.publishedAt)));
		await recordEvent(inside, 'advice-offer.restored', { subjectId: id });
	});
}
