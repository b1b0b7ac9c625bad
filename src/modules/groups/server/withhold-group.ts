import { and, eq, isNotNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { groupStateAfter } from '../group.ts';
import { note } from './internal/tell.ts';
import { groups } from './tables.ts';

/** The operator withholds the page of a group: nobody but its members reads it, and they cannot show it again until it comes back. Throws 409 for what is not shown. */
export async function withholdGroup(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db
			.select()
			.from(groups)
			.where(and(eq(groups.id, id), isNotNull(groups.shownAt)))
			.for('update');
		if (!row?.shownAt) throw refused('content-gone', 'Diese Gruppe ist nicht mehr öffentlich.');
		await holdBack(inside, { kind: 'group', id }, { shownAt: row.shownAt.toISOString() });
		await db
			.update(groups)
			.set({ shownAt: null, state: groupStateAfter('hide', row.state) })
			.where(eq(groups.id, id));
		await note(inside, row, { kind: 'hide' });
	});
}

/** Shows it again as it was, unless it has dissolved meanwhile. */
export async function restoreGroup(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const kept = await giveBack<{ shownAt: string }>(inside, { kind: 'group', id });
		const [row] = await db.select().from(groups).where(eq(groups.id, id)).for('update');
		if (!kept || !row || row.state === 'dissolved') return;
		await db
			.update(groups)
			.set({ shownAt: new Date(kept.shownAt), state: groupStateAfter('show', row.state) })
			.where(eq(groups.id, id));
		await note(inside, row, { kind: 'show' });
	});
}
