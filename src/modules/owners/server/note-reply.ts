import type { Ctx } from '#modules/people/actor.ts';
import type { NotedReplyInput } from '../forms.ts';
import { recipientFor } from './internal/recipient-for.ts';
import { tell } from './internal/town.ts';
import { writeReply } from './internal/write-reply.ts';

/** An owner answered by telephone, on paper or in a talk, and the clerk writes it down. Throws 404 and 409. */
export async function noteReply(ctx: Ctx, { id, input: { via, ...reply } }: { id: string; input: NotedReplyInput }): Promise<void> {
	const { campaign } = await recipientFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (await writeReply(inside, { recipientId: id, reply, via }))
			await tell(inside, campaign.ags, { kind: 'campaign.reply_noted', about: { name: campaign.name } });
	});
}
