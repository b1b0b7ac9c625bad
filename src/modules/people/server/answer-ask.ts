import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import type { Answer } from '../ask.ts';
import { isSignedInPerson } from '../policy.ts';
import { giveAnswer } from './internal/give-answer.ts';

/** Answers a question to the person who asks, or to somebody they stand in for. Until it is due the answer can be changed. Throws 409 when it is too late, 422 for what is no answer. */
export async function answerAsk(ctx: Ctx, { id, answer }: { id: string; answer: Answer }): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	await giveAnswer(ctx, { id, reader: ctx.actor, answer });
}
