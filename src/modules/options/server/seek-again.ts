import { and, desc, eq, inArray } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { createRequest } from '#modules/requests/server/create-request.ts';
import { stepRequest } from '#modules/requests/server/step-request.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { listPassedOver } from './list-own-options.ts';

/** `shown`: it is published (again). `draft`: a use is missing before it can be. */
export type SoughtAgain = { id: string; is: 'shown' | 'draft' };

async function ownRequest(ctx: Ctx, title: string) {
	const own = await ctx.db
		.select({ id: spaceRequests.id, state: spaceRequests.requestState, title: spaceRequests.title })
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(
			and(eq(actorProfiles.personId, ctx.actor?.id ?? ''), inArray(spaceRequests.requestState, ['published', 'paused', 'expired', 'draft']))
		)
		.orderBy(desc(spaceRequests.updatedAt))
		.limit(100);
	return own.find(({ state }) => state !== 'draft') ?? own.find((request) => request.title === title) ?? null;
}

/**
 * Whoever did not get the house seeks again: a request that rests is shown again as it is, else the concept becomes the draft of one. While there is one a second time
 * leads to it. Throws 401, and 404 for concepts that are not one's own or still in the running.
 */
export async function seekAgain(ctx: Ctx, { conceptId }: { conceptId: string }): Promise<SoughtAgain> {
	const passed = (await listPassedOver(ctx)).find((one) => one.conceptId === conceptId);
	if (!passed) throw notFound('Dieses Konzept gibt es hier nicht, oder es ist noch im Rennen.');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [row] = await db
			.select({ content: conceptContents.content })
			.from(conceptContents)
			.where(eq(conceptContents.conceptId, conceptId));
		const title = shortened(row?.content.title || passed.title || 'Wir suchen weiter', 120);
		const own = await ownRequest(inside, title);
		if (own?.state === 'paused' || own?.state === 'expired') await stepRequest(inside, { id: own.id, step: 'renew' });
		if (own) return { id: own.id, is: own.state === 'draft' ? 'draft' : 'shown' };
		const summary = shortened(row?.content.summary ?? '', 600) || undefined;
		const { id } = await createRequest(inside, { input: { title, summary, requestKind: 'find_space' } });
		return { id, is: 'draft' };
	});
}
