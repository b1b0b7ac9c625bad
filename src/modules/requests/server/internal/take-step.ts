import { and, eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { expiryFrom, requestSteps, type RequestStep } from '../../request.ts';
import type { SpaceRequest } from '../../to-public-request.ts';
import { spaceRequests } from '../tables.ts';

export type TakenStep = { request: Pick<SpaceRequest, 'id' | 'requestState' | 'publishedAt'>; step: RequestStep; fulfilledBy?: string };

const renews = (step: RequestStep) => step === 'publish' || step === 'renew';

/** Writes the step and tells of it; of two at the same moment the second is told. Rules and policy have been asked before. */
export async function takeStep(ctx: Ctx, { request, step, fulfilledBy }: TakenStep): Promise<void> {
	const { to } = requestSteps[step];
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(spaceRequests)
			.set({
				requestState: to,
				...(renews(step) && { expiresAt: expiryFrom(ctx.now), remindedAt: null }),
				...(to === 'published' && { publishedAt: request.publishedAt ?? ctx.now, lastConfirmedAt: ctx.now }),
				...(step === 'fulfil' && { fulfilledBy: fulfilledBy ?? null }),
				version: sql`${spaceRequests.version} + 1`,
				updatedAt: ctx.now
			})
			.where(and(eq(spaceRequests.id, request.id), eq(spaceRequests.requestState, request.requestState)))
			.returning({ id: spaceRequests.id });
		if (!row) throw refused('changed-meanwhile', 'Der Stand dieses Gesuchs hat sich gerade geändert. Bitte ladet die Seite neu.');
		const kind = to === 'published' ? (step === 'publish' ? 'request.published' : 'request.changed') : 'request.closed';
		await recordEvent({ ...ctx, db }, kind, { subjectId: request.id, data: { step, ...(fulfilledBy && { fulfilledBy }) } });
	});
}
