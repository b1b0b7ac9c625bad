import type { Ctx } from '#modules/people/actor.ts';
import { findOwnRequest } from '#modules/requests/server/find-request.ts';
import type { SpaceRow } from '../offers.ts';
import { isUntouched } from '../match.ts';
import { shownPair, type ShownMiss, type ShownPair } from '../shown-pair.ts';
import { spaceLine } from '../space-line.ts';
import { findMatchesForRequest, findNearMissesForRequest, type SpaceMatch } from './find-matches-for-request.ts';
import { agesOf } from './internal/ages-of.ts';
import { keptOf } from './internal/kept-of.ts';
import { wishOf } from './internal/wish-rows.ts';
import { scoreStoredPair } from './score-stored-pair.ts';
import { findSpaceRow } from './find-space-row.ts';
import { findStates } from './find-states.ts';

export type ExplainedRequest = {
	request: { id: string; title: string; slug: string };
	pairs: ShownPair[];
	misses: ShownMiss[];
	whyNone: string | null;
};

const facts = (requestId: string, space: SpaceRow, age: string) => ({
	id: requestId,
	otherId: space.id,
	title: space.title,
	href: `/raeume/${space.slug}`,
	line: `${spaceLine(space)} · ${age}`
});

/** What somebody began stays on the page even when it is no longer among the best. */
async function begun(ctx: Ctx, requestId: string, shown: readonly SpaceMatch[]): Promise<SpaceMatch[]> {
	const kept = await findStates(ctx, { requestId });
	const more: SpaceMatch[] = [];
	for (const { spaceId, state } of kept) {
		if (isUntouched(state) || shown.some(({ space }) => space.id === spaceId)) continue;
		const [space, ranked] = [await findSpaceRow(ctx, spaceId), await scoreStoredPair(ctx, { spaceId, requestId })];
		if (space && ranked) more.push({ space, ...ranked, score: ranked.result.score });
	}
	return more;
}

/** "Was passt?": the spaces for one's own request, with reasons, states, and what would nearly fit. 404 for everybody else. */
export async function explainRequest(ctx: Ctx, requestId: string): Promise<ExplainedRequest> {
	const { personId: _, ...request } = await findOwnRequest(ctx, requestId);
	const wish = wishOf(request);
	const best = await findMatchesForRequest(ctx, wish);
	const hits = [...(await begun(ctx, requestId, best)), ...best];
	const near = await findNearMissesForRequest(ctx, wish);
	const ages = await agesOf(
		ctx,
		'space',
		[...hits, ...near].map(({ space }) => space.id)
	);
	const pairs: ShownPair[] = [];
	for (const { space, offer, result } of hits) {
		const kept = await keptOf(ctx, { spaceId: space.id, requestId });
		pairs.push(shownPair(facts(requestId, space, ages(space.id)), { offer, result, units: space.units }, kept));
	}
	const misses = near.map(({ space, miss }) => ({ ...facts(requestId, space, ages(space.id)), ...miss }));
	const whyNone =
		request.requestState === 'published'
			? null
			: 'Euer Gesuch ist nicht veröffentlicht: Ihr seht, was passt; Kommunen sehen Euch noch nicht.';
	return { request: { id: request.id, title: request.title, slug: request.slug }, pairs, misses, whyNone };
}
