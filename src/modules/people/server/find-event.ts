import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import type { RecordedEvent } from './record-event.ts';
import { events } from './tables.ts';

export async function findEvent(ctx: Pick<Ctx, 'db'>, id: string): Promise<RecordedEvent | null> {
	const [row] = await ctx.db
		.select({ id: events.id, kind: events.kind, subjectId: events.subjectId, actorId: events.actorId, data: events.data })
		.from(events)
		.where(eq(events.id, id));
	return row ?? null;
}
