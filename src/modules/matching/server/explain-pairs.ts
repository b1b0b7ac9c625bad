import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listOwnRequests } from '#modules/requests/server/list-requests.ts';
import { lineWords } from '#modules/requests/request-words.ts';
import { offersOf } from '../offers.ts';
import { nearMiss, scoreSpace, type NearMiss } from '../score.ts';
import { shownPair, type ShownPair } from '../shown-pair.ts';
import { findSpaceRow } from './find-space-row.ts';
import { findWeights } from './find-weights.ts';
import { keptOf } from './internal/kept-of.ts';
import { wishOf } from './internal/wish-rows.ts';

export type OwnPair = ShownPair & { excluded: boolean; miss: NearMiss | null };

/** "Passt das zu uns?": one published space against every open request of one's own. */
export async function explainPairs(ctx: Ctx, slug: string) {
	const space = await findSpaceRow(ctx, slug);
	if (!space) throw notFound();
	const weights = await findWeights(ctx);
	const pairs: OwnPair[] = [];
	for (const request of await listOwnRequests(ctx)) {
		if (!['published', 'draft', 'paused'].includes(request.requestState)) continue;
		const wish = wishOf(request);
		const { offer, result } = scoreSpace(offersOf(space), wish, weights);
		const facts = {
			id: request.id,
			otherId: space.id,
			title: request.title,
			href: `/konto/gesuche/${request.id}`,
			line: lineWords(request)
		};
		const kept = await keptOf(ctx, { spaceId: space.id, requestId: request.id });
		const miss = result.excluded ? nearMiss(offer, wish, weights) : null;
		pairs.push({ ...shownPair(facts, { offer, result, units: space.units }, kept), excluded: result.excluded, miss });
	}
	return { space: { id: space.id, slug: space.slug, title: space.title, municipality: space.municipality }, pairs };
}
