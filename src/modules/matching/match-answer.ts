import type { SpaceMatch } from './server/find-matches-for-request.ts';
import type { RequestMatch } from './server/find-requests-for-space.ts';
import type { PairScore } from './score.ts';

const scored = (result: PairScore, unit: string | null) => ({
	...(unit && { unit }),
	score: result.score,
	reliability: result.reliability,
	criteria: result.criteria,
	nextQuestion: result.nextQuestion?.text ?? null,
	algorithm: result.algorithm
});

/** A match in the form of the contract: `space` or `request`, and `unit` where it is about a part. */
export const spaceMatchAnswer = ({ space, offer, result }: SpaceMatch, base: string) => ({
	space: { id: space.id, slug: space.slug, title: space.title, ags: space.ags, url: `${base}/raeume/${space.slug}` },
	...scored(result, offer.unitId)
});

export const requestMatchAnswer = ({ request, offer, result }: RequestMatch, base: string) => ({
	request: { id: request.requestId, slug: request.slug, title: request.title, url: `${base}/gesuche/${request.slug}` },
	...scored(result, offer.unitId)
});
