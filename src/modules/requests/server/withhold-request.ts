import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { giveBack, holdBack } from '#modules/people/server/hold-back.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { RequestState } from '../vocabulary.ts';
import { spaceRequests } from './tables.ts';

async function move(ctx: Ctx, id: string, { from, to }: { from: RequestState; to: RequestState }): Promise<boolean> {
	const moved = await ctx.db
		.update(spaceRequests)
		.set({ requestState: to })
		.where(and(eq(spaceRequests.id, id), eq(spaceRequests.requestState, from)))
		.returning({ id: spaceRequests.id });
	return moved.length > 0;
}

/** The operator withholds a published request: it pauses, and its people cannot show it again until it comes back. Throws 409 for what is not shown. */
export async function withholdRequest(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdBack(inside, { kind: 'request', id });
		if (!(await move(inside, id, { from: 'published', to: 'paused' })))
			throw refused('content-gone', 'Dieses Gesuch ist nicht mehr öffentlich.');
		await recordEvent(inside, 'request.closed', { subjectId: id, data: { step: 'withhold' } });
	});
}

/** Shows it again as it was, unless its people ended it or its time ran out meanwhile. */
export async function restoreRequest(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (!(await giveBack(inside, { kind: 'request', id }))) return;
		if (await move(inside, id, { from: 'paused', to: 'published' }))
			await recordEvent(inside, 'request.changed', { subjectId: id, data: { step: 'restore' } });
	});
}
