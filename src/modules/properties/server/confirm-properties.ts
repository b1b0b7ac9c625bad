import { and, inArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayEdit } from '../policy.ts';
import { visibleProperties } from './find-property.ts';
import { projectSpaces } from './project-space.ts';
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
			const part = mine.filter((row) => isEditorOf(ctx.actor, row.ags) === (confirmedBy === 'office')).map((row) => row.id);
			if (!part.length) continue;
			await db.update(properties).set({ lastConfirmedAt: ctx.now, confirmedBy }).where(inArray(properties.id, part));
			await projectSpaces(within, part);
		}
		for (const { id } of mine) await recordEvent(within, 'property.confirmed', { subjectId: id, data: { spaceId: id } });
		return mine.length;
	});
}
