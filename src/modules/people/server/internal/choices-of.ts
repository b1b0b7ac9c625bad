import { eq } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import type { Choices } from '../../topics.ts';
import { channelChoices } from '../post-tables.ts';

export async function choicesOf(ctx: Pick<Ctx, 'db'>, personId: string): Promise<Choices> {
	const rows = await ctx.db.select().from(channelChoices).where(eq(channelChoices.personId, personId));
	return new Map(rows.map(({ about, channel }) => [about, channel]));
}
