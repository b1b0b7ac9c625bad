import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { isRegistered } from '../organisation.ts';
import { tell } from './internal/tell.ts';
import { organisations } from './tables.ts';

/** The operator withholds the page of a founded organisation, and with it what stands on it. Throws 409 for what is not shown, and for municipalities, which always are. */
export async function withholdOrganisation(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db
			.select({ kind: organisations.kind, publishedAt: organisations.publishedAt })
			.from(organisations)
			.where(and(eq(organisations.id, id), isNotNull(organisations.publishedAt)))
			.for('update');
		if (!row) throw refused('content-gone', 'Diese Organisation ist nicht mehr öffentlich.');
		if (isRegistered(row.kind))
			throw refused('always-shown', 'Eine vertretene Kommune ist immer zu sehen. Bitte wenden Sie sich an sie, oder verwarnen Sie.');
		await holdBack(inside, { kind: 'organisation', id }, { publishedAt: row.publishedAt });
		await db.update(organisations).set({ publishedAt: null }).where(eq(organisations.id, id));
		await tell(inside, id, { kind: 'organisation.hidden' });
	});
}

export async function restoreOrganisation(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<{ publishedAt: string }>(inside, { kind: 'organisation', id });
		if (!kept) return;
		await db
			.update(organisations)
			.set({ publishedAt: new Date(kept.publishedAt) })
			.where(and(eq(organisations.id, id), isNull(organisations.publishedAt)));
		await tell(inside, id, { kind: 'organisation.published' });
	});
}
