import type { Ctx } from '#modules/people/actor.ts';
import { inChunks } from './internal/in-chunks.ts';
import { lateCases } from './internal/late-cases.ts';
import { lateMessages } from './internal/late-messages.ts';
import { nothingKnown } from './internal/next-to-ask.ts';

/**
 * Messages and new cases whose promised days have passed: the deputy is asked, else the office of a network that helps, else that of this installation.
 * Once, with the reason; running it twice asks nobody twice.
 */
export async function escalateOverdue(ctx: Ctx): Promise<{ messages: number; cases: number }> {
	const known = nothingKnown();
	return { messages: await inChunks(ctx, lateMessages(known)), cases: await inChunks(ctx, lateCases(known)) };
}
