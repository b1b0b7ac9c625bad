import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { TrailKind } from '../../conversation.ts';
import { conversationTrail } from '../tables.ts';

/** Writes down what happened to these members. */
export async function noteTrail(
	ctx: Pick<Ctx, 'db' | 'now' | 'actor'>,
	{ conversationId, kind, personIds }: { conversationId: string; kind: TrailKind; personIds: readonly string[] }
): Promise<void> {
	const by = { conversationId, kind, byPersonId: ctx.actor?.id ?? null, at: ctx.now };
	if (personIds.length) await ctx.db.insert(conversationTrail).values(personIds.map((personId) => ({ id: newId(), personId, ...by })));
}
