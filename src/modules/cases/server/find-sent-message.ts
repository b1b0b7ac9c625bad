import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { messages } from './tables.ts';

/** The newest message that whoever asks has sent to an organisation in these words. */
export async function findSentMessage(
	ctx: Ctx,
	{ organisationId, text }: { organisationId: string; text: string }
): Promise<string | null> {
	if (!ctx.actor) return null;
	const mine = and(eq(messages.personId, ctx.actor.id), eq(messages.organisationId, organisationId), eq(messages.text, text));
	const [row] = await ctx.db.select({ id: messages.id }).from(messages).where(mine).orderBy(desc(messages.createdAt)).limit(1);
	return row?.id ?? null;
}
