import { inArray } from 'drizzle-orm';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice, type NoticeData } from '#modules/people/server/add-notice.ts';

/** Tells everybody who writes a concept. `key` makes it once per key; no names of others, no words of the jury. */
export async function tellWriters(ctx: Ctx, { conceptId, key, data }: { conceptId: string; key: string; data: NoticeData }): Promise<void> {
	const writers = await ctx.db
		.select({ personId: conceptMembers.personId })
		.from(conceptMembers)
		.where(inArray(conceptMembers.conceptId, [conceptId]));
	for (const { personId } of writers)
		await addNotice(ctx, { personId, kind: `judging.${key}`, subjectId: conceptId, topic: 'direct_question', data });
}
