import { inArray } from 'drizzle-orm';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NoticeData } from '#modules/people/server/add-notice.ts';

export type Told = { conceptId: string; data: NoticeData };

/** Tells everybody who writes these concepts. `key` makes it once per key; no names of others, no words of the jury. */
export async function tellWriters(ctx: Ctx, key: string, told: readonly Told[]): Promise<void> {
	const dataOf = new Map(told.map(({ conceptId, data }) => [conceptId, data]));
	const writers = await ctx.db
		.select({ personId: conceptMembers.personId, conceptId: conceptMembers.conceptId })
		.from(conceptMembers)
		.where(inArray(conceptMembers.conceptId, [...dataOf.keys()]));
	await addNotices(
		ctx,
		writers.flatMap(({ personId, conceptId }) => {
			const data = dataOf.get(conceptId);
			return data ? [{ personId, kind: `judging.${key}`, subjectId: conceptId, topic: 'direct_question' as const, data }] : [];
		})
	);
}
