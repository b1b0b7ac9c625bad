import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { pairHref } from '../pair-href.ts';
import { findMatchesForRequest } from './find-matches-for-request.ts';
import { editorsOf } from './internal/editors-of.ts';
import { closeMatchesOf } from './internal/close-matches-of.ts';
import { succeedWith } from './internal/succeed-with.ts';
import { matchableNow } from './internal/matchable-now.ts';
import { worthTelling } from './react-to-space.ts';
import { storeMatches } from './store-matches.ts';
import { matches } from './tables.ts';

/** A request was published, changed or closed: what fits? The municipalities concerned hear of it, unless the request is private. */
export async function reactToRequest(ctx: Ctx, requestId: string, { fulfilledBy }: { fulfilledBy?: unknown } = {}): Promise<void> {
	if (typeof fulfilledBy === 'string') await succeedWith(ctx, { spaceId: fulfilledBy, requestId });
	const wish = await matchableNow(ctx, requestId);
	if (!wish) return closeMatchesOf(ctx, { where: eq(matches.requestId, requestId), reason: 'Das Gesuch ist nicht mehr offen.' });
	const hits = await findMatchesForRequest(ctx, wish);
	const found = hits.map(({ space, offer, result }) => ({ spaceId: space.id, requestId, ranked: { offer, result } }));
	const fresh = await storeMatches(ctx, { requestId }, found);
	if (wish.visibility === 'private') return;
	const told = fresh.filter((pair) => pair.score >= worthTelling).map((pair) => pair.spaceId);
	const near = hits.filter(({ space }) => told.includes(space.id));
	const editors = await editorsOf(ctx, [...new Set(near.map(({ space }) => space.ags))]);
	for (const { space, score } of near)
		for (const personId of editors.filter((e) => e.ags === space.ags).map((e) => e.personId)) {
			const data = {
				title: `„${wish.title}“ passt zu ${space.title}`,
				text: `${wish.actorName}, ${score} von 100 Punkten.`,
				href: pairHref('/buero/raeume', space.id, requestId)
			};
			await addNotice(ctx, { personId, kind: 'match', topic: 'match', subjectId: `${space.id}:${requestId}`, data });
		}
}
