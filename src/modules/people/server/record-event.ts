import { addJob } from '#lib/server/jobs.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '../actor.ts';
import { events } from './tables.ts';

/** `actorId`: on whose behalf a job works; else it is whoever asks. */
export type EventInput = { subjectId: string; actorId?: string | null; reason?: string; data?: Record<string, unknown> };
export type RecordedEvent = { id: string; kind: string; subjectId: string; actorId: string | null; data: Record<string, unknown> };

/** Writes down what happened, in the transaction that made it happen, and wakes the reactions. Kinds read "thing.happened". */
export async function recordEvent(
	ctx: Ctx,
	kind: string,
	{ subjectId, actorId = ctx.actor?.id ?? null, reason, data = {} }: EventInput
): Promise<void> {
	const id = newId();
	await ctx.db.insert(events).values({ id, kind, subjectId, actorId, at: ctx.now, reason, data });
	await addJob(ctx.db, { task: 'react', payload: { eventId: id } });
}
