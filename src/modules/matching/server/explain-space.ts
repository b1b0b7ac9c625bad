import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { lineWords } from '#modules/requests/request-words.ts';
import { offersOf } from '../offers.ts';
import { scoreSpace } from '../score.ts';
import { isUntouched } from '../match.ts';
import { canMix, roomsOf } from '../mix-sides.ts';
import { shownPair, type ShownMiss, type ShownPair } from '../shown-pair.ts';
import { findNearMissesForSpace, findRequestsForSpace, type RequestMatch } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';
import { findStates } from './find-states.ts';
import { findWeights } from './find-weights.ts';
import { agesOf } from './internal/ages-of.ts';
import { keptOf } from './internal/kept-of.ts';
import type { WishRow } from './internal/wish-rows.ts';
import { findWish } from './score-stored-pair.ts';
import type { SpaceRow } from '../offers.ts';

export type ExplainedSpace = {
	space: { id: string; title: string; slug: string | null; isPublic: boolean };
	/** Several groups could share it: there is a page for that. */
	canMix: boolean;
	pairs: ShownPair[];
	misses: ShownMiss[];
};

const facts = (spaceId: string, wish: WishRow, age: string) => ({
	id: spaceId,
	otherId: wish.requestId,
	title: wish.title,
	href: `/gesuche/${wish.slug}`,
	line: [wish.actorName, lineWords(wish), age].join(' · ')
});

/** What somebody began stays on the page even when it is no longer among the best. */
async function begun(ctx: Ctx, space: SpaceRow, shown: readonly RequestMatch[]): Promise<RequestMatch[]> {
	const weights = await findWeights(ctx);
	const more: RequestMatch[] = [];
	for (const { requestId, state } of await findStates(ctx, { spaceId: space.id })) {
		if (isUntouched(state) || shown.some(({ request }) => request.requestId === requestId)) continue;
		const request = await findWish(ctx, requestId);
		if (!request || request.visibility === 'private') continue;
		const { offer, result } = scoreSpace(offersOf(space), request, weights);
		more.push({ request, offer, result, score: result.score });
	}
	return more;
}

/** "Wer passt?": the requests for a space that one looks after, with reasons, states, and who would nearly fit. 404 for everybody else. */
export async function explainSpace(ctx: Ctx, propertyId: string): Promise<ExplainedSpace> {
	const property = await findProperty(ctx, propertyId);
	const space = await findSpaceRow(ctx, property.id);
	const head = { id: property.id, title: property.title, slug: space?.slug ?? null, isPublic: space !== null };
	if (!space) return { space: head, canMix: false, pairs: [], misses: [] };
	const best = await findRequestsForSpace(ctx, space);
	const hits = [...(await begun(ctx, space, best)), ...best];
	const near = await findNearMissesForSpace(ctx, space);
	const ages = await agesOf(
		ctx,
		'request',
		[...hits, ...near].map(({ request }) => request.requestId)
	);
	const pairs: ShownPair[] = [];
	for (const { request, offer, result } of hits) {
		const kept = await keptOf(ctx, { spaceId: space.id, requestId: request.requestId });
		pairs.push(shownPair(facts(space.id, request, ages(request.requestId)), { offer, result, units: space.units }, kept));
	}
	const misses = near.map(({ request, miss }) => ({ ...facts(space.id, request, ages(request.requestId)), ...miss }));
	return { space: head, canMix: canMix(roomsOf(space)), pairs, misses };
}
