import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { networkPages } from './tables.ts';

type Kept = { page: Omit<typeof networkPages.$inferSelect, 'publishedAt'> & { publishedAt: string } };

/** The operator withholds the page of a network; its office keeps everything. Throws 409 for what is not public. */
export async function withholdNetwork(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [page] = await db.delete(networkPages).where(eq(networkPages.networkId, id)).returning();
		if (!page) throw refused('content-gone', 'Dieses Netzwerk ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'network', id }, { page });
		await recordEvent(inside, 'network.withdrawn', { subjectId: id, data: { step: 'withhold' } });
	});
}

export async function restoreNetwork(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<Kept>(inside, { kind: 'network', id });
		if (!kept) return;
		const page = { ...kept.page, publishedBy: null, publishedAt: new Date(kept.page.publishedAt) };
		await db.insert(networkPages).values(page).onConflictDoNothing();
		await recordEvent(inside, 'network.published', { subjectId: id, data: { step: 'restore' } });
	});
}
