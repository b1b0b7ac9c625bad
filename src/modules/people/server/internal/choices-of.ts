import { eq, inArray } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import type { Channel, Choices } from '../../topics.ts';
import { channelChoices } from '../post-tables.ts';

export async function choicesOf(ctx: Pick<Ctx, 'db'>, personId: string): Promise<Choices> {
	const rows = await ctx.db.select().from(channelChoices).where(eq(channelChoices.personId, personId));
	return new Map(rows.map(({ about, channel }) => [about, channel]));
}

/** The same for many people in one question; who chose nothing is missing. */
export async function choicesOfAll(ctx: Pick<Ctx, 'db'>, people: string[]): Promise<Map<string, Choices>> {
	const rows = await ctx.db.select().from(channelChoices).where(inArray(channelChoices.personId, people));
	const all = new Map<string, Map<string, Channel>>();
	for (const { personId, about, channel } of rows) all.set(personId, (all.get(personId) ?? new Map<string, Channel>()).set(about, channel));
	return all;
}
