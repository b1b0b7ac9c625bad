import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { pairHref } from '../pair-href.ts';
import { findRequestsForSpace } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';
import { closeMatchesOf } from './internal/close-matches-of.ts';
import { storeMatches } from './store-matches.ts';
import { matches, spaceCards } from './tables.ts';

/** From this score on people are told, in their daily note. */
export const worthTelling = 65;

/**
 * Nobody confirms these spaces or requests any more: what was only suggested with them goes. With a space that is no longer shown, what people began is closed;
 * while it is shown, that goes on.
 */
export async function reactToFading(
	ctx: Ctx,
	{ kind, ids, isShown }: { kind: 'property' | 'request'; ids: string[]; isShown: boolean }
): Promise<void> {
	if (!ids.length) return;
	const where = inArray(kind === 'property' ? matches.spaceId : matches.requestId, ids);
	if (isShown) await ctx.db.delete(matches).where(and(where, inArray(matches.state, ['suggested', 'shown'])));
	else await closeMatchesOf(ctx, { where, reason: 'Der Raum wird nicht mehr gezeigt.' });
}

/** A space was published or changed: whom does it concern? Those people hear of what is new for them. A space that is gone closes its pairs. */
export async function reactToSpace(ctx: Ctx, spaceId: string): Promise<void> {
	const space = await findSpaceRow(ctx, spaceId);
	if (!space) return closeMatchesOf(ctx, { where: eq(matches.spaceId, spaceId), reason: 'Der Raum wird nicht mehr gezeigt.' });
	const [card] = await ctx.db.select({ spaceId: spaceCards.spaceId }).from(spaceCards).where(eq(spaceCards.spaceId, spaceId));
	// without a card it is hidden, because nobody confirms it
	if (!card) return reactToFading(ctx, { kind: 'property', ids: [spaceId], isShown: true });
	const hits = await findRequestsForSpace(ctx, space);
	const found = hits.map(({ request, offer, result }) => ({ spaceId, requestId: request.requestId, ranked: { offer, result } }));
	const fresh = await storeMatches(ctx, { spaceId }, found);
	for (const { requestId, score } of fresh.filter((pair) => pair.score >= worthTelling)) {
		const hit = hits.find(({ request }) => request.requestId === requestId);
		if (!hit) continue;
		const data = {
			title: `Passt zu „${hit.request.title}“: ${space.title}`,
			text: `${space.municipality}, ${score} von 100 Punkten.`,
			href: pairHref('/konto/gesuche', requestId, spaceId)
		};
		await addNotice(ctx, { personId: hit.request.personId, kind: 'match', topic: 'match', subjectId: `${spaceId}:${requestId}`, data });
	}
}
