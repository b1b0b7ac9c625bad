import { desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { groupCalls, groupMixes } from './tables.ts';

export type MixCalls = { id: string; words: string; at: Date; asked: number; yes: number; no: number };

/** Whom the office invited around a house, in numbers only; for those who look after it. Throws 404. */
export async function listMixes(ctx: Ctx, propertyId: string): Promise<MixCalls[]> {
	const { id } = await findProperty(ctx, propertyId);
	const count = (state?: string) => sql<number>`count(*) filter (where ${state ? sql`${groupCalls.state} = ${state}` : sql`true`})::int`;
	return ctx.db
		.select({ id: groupMixes.id, words: groupMixes.words, at: groupMixes.at, asked: count(), yes: count('yes'), no: count('no') })
		.from(groupMixes)
		.innerJoin(groupCalls, eq(groupCalls.mixId, groupMixes.id))
		.where(eq(groupMixes.propertyId, id))
		.groupBy(groupMixes.id)
		.orderBy(desc(groupMixes.at))
		.limit(10);
}
