import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { whyNotStep, type RequestStep } from '../request.ts';
import { takeStep } from './internal/take-step.ts';
import { spaceRequests } from './tables.ts';

/** Nobody confirms these requests: marks them or takes them out of matching. They end when they expire. Part of the daily run; its caller tells what happened. */
export async function fadeRequests(ctx: Ctx, { ids, to }: { ids: string[]; to: 'marked' | 'hidden' }): Promise<void> {
	if (ids.length) await ctx.db.update(spaceRequests).set({ stale: to }).where(inArray(spaceRequests.id, ids));
}

/** Somebody answered for this request, though not that all holds: it is matched again, and the mark is gone. Part of other commands. */
export async function lightRequest(ctx: Ctx, id: string): Promise<void> {
	const lit = await ctx.db
		.update(spaceRequests)
		.set({ stale: null })
		.where(and(eq(spaceRequests.id, id), isNotNull(spaceRequests.stale), eq(spaceRequests.requestState, 'published')))
		.returning({ id: spaceRequests.id });
	if (lit.length) await recordEvent(ctx, 'request.changed', { subjectId: id });
}

/** One step on the word of the person who seeks and was asked. What is over, or is there already, stays as it is. Part of other commands. Returns whether it was taken. */
export async function stepByWord(
	ctx: Ctx,
	{ id, step }: { id: string; step: Extract<RequestStep, 'renew' | 'pause' | 'resume'> }
): Promise<boolean> {
	const [request] = await ctx.db.select().from(spaceRequests).where(eq(spaceRequests.id, id));
	if (!request || whyNotStep(request.requestState, step)) return false;
	await takeStep(ctx, { request, step });
	return true;
}
