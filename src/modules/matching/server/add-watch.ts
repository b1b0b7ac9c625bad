import { newId } from '#lib/server/id.ts';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findRequest } from '#modules/requests/server/find-request.ts';
import { findSpaceRow } from './find-space-row.ts';
import { watchItems } from './tables.ts';

export type Watched = { kind: 'space' | 'request'; subjectId: string };

/** Keeps an eye on a space or a request that whoever asks can see; twice changes nothing. */
export async function addWatch(ctx: Ctx, { kind, subjectId }: Watched): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const thing = kind === 'space' ? await findSpaceRow(ctx, subjectId) : await findRequest(ctx, subjectId);
	if (!thing) throw notFound();
	await ctx.db
		.insert(watchItems)
		.values({ id: newId(), personId: ctx.actor.id, kind, subjectId: thing.id, label: thing.title, createdAt: ctx.now })
		.onConflictDoNothing();
}
