import { addJob } from '#lib/server/jobs.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';

/** Runs the daily note or the weekly brief at once, in the demo only: nobody wants to wait for the morning to see it. */
export async function sendPostNow(ctx: Pick<Ctx, 'db'>, { demo, brief = false }: { demo: boolean; brief?: boolean }): Promise<void> {
	if (!demo) throw notFound();
	if (brief) await addJob(ctx.db, { task: 'brief', payload: { now: true }, key: 'brief-now' });
	else await addJob(ctx.db, { task: 'daily-note', payload: {}, key: 'daily-note-now' });
}
