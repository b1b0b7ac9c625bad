import { and, inArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { mayEdit } from '../policy.ts';
import type { Source } from '../vocabulary.ts';
import { visibleProperties } from './find-property.ts';
import { setConfirmed } from './internal/set-confirmed.ts';
import { properties } from './tables.ts';

/** "Stimmt noch": the facts were looked at and hold. Those that are not the asker's are passed over. Returns how many were confirmed. */
export async function confirmProperties(ctx: Ctx, ids: string[]): Promise<number> {
	const scope = visibleProperties(ctx);
	if (!ctx.actor || scope === false) throw unauthenticated();
	if (!ids.length) return 0;
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const rows = await db
			.select()
			.from(properties)
			.where(and(inArray(properties.id, ids), scope));
		const mine = rows.filter((row) => mayEdit(ctx.actor, row));
		for (const confirmedBy of ['office', 'owner'] as const) {
			const part = mine.filter((row) => isEditorOf(ctx.actor, row.ags) === (confirmedBy === 'office'));
			await setConfirmed(within, part, confirmedBy);
		}
		return mine.length;
	});
}

/** The same on the word of somebody who was asked: whoever asked knows that they may say so. Part of other commands. */
export async function confirmByWord(ctx: Ctx, { id, confirmedBy }: { id: string; confirmedBy: Source }): Promise<void> {
	const rows = await ctx.db
		.select({ id: properties.id, stale: properties.stale })
		.from(properties)
		.where(inArray(properties.id, [id]));
	await setConfirmed(ctx, rows, confirmedBy);
}
