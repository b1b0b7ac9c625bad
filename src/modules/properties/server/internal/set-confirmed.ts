import { inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Property } from '../../to-space.ts';
import type { Source } from '../../vocabulary.ts';
import { projectSpaces } from '../project-space.ts';
import { properties } from '../tables.ts';

type Row = Pick<Property, 'id' | 'stale'>;

/** Writes that these facts hold today. What was no longer matched is matched again. Part of commands that ask their own policy. */
export async function setConfirmed(ctx: Ctx, rows: readonly Row[], confirmedBy: Source): Promise<void> {
	if (!rows.length) return;
	const ids = rows.map(({ id }) => id);
	await ctx.db.update(properties).set({ lastConfirmedAt: ctx.now, confirmedBy }).where(inArray(properties.id, ids));
	await projectSpaces(ctx, ids);
	for (const { id, stale } of rows) {
		await recordEvent(ctx, 'property.confirmed', { subjectId: id, data: { spaceId: id } });
		if (stale === 'hidden') await recordEvent(ctx, 'space.changed', { subjectId: id, data: { spaceId: id } });
	}
}
