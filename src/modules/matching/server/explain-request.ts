import type { Ctx } from '#modules/people/actor.ts';
import { findOwnRequest } from '#modules/requests/server/find-request.ts';
import type { SpaceRow } from '../offers.ts';
import { isUntouched } from '../match.ts';
import { shownPair, type ShownMiss, type ShownPair } from '../shown-pair.ts';
import { spaceLine } from '../space-line.ts';
import { findMatchesForRequest, findNearMissesForRequest, type SpaceMatch } from './find-matches-for-request.ts';
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

const facts = (requestId: string, space: SpaceRow) => ({
	id: requestId,
	otherId: space.id,
	title: space.title,
	href: `/raeume/${space.slug}`,
	line: spaceLine(space)
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
	const pairs: ShownPair[] = [];
	for (const { space, offer, result } of hits) {
		const kept = await keptOf(ctx, { spaceId: space.id, requestId });
		pairs.push(shownPair(facts(requestId, space), { offer, result, units: space.units }, kept));
	}
	const misses = (await findNearMissesForRequest(ctx, wish)).map(({ space, miss }) => ({ ...facts(requestId, space), ...miss }));
	const whyNone =
		request.requestState === 'published'
			? null
			: 'Euer Gesuch ist nicht veröffentlicht: Ihr seht, was passt; Kommunen sehen euch noch nicht.';
	return { request: { id: request.id, title: request.title, slug: request.slug }, pairs, misses, whyNone };
}
