import type { Ctx } from '#modules/people/actor.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { findOwnRequest } from '#modules/requests/server/find-request.ts';
import { requestMatchAnswer, spaceMatchAnswer } from '../match-answer.ts';
import { findMatchesForRequest } from './find-matches-for-request.ts';
import { findRequestsForSpace } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';
import { wishOf } from './internal/wish-rows.ts';

/** The 20 best spaces for one's own request, for machines. 404 for everybody else. */
export async function listMatchesOfRequest(ctx: Ctx, { id, base }: { id: string; base: string }) {
	const { personId: _, ...request } = await findOwnRequest(ctx, id);
	return (await findMatchesForRequest(ctx, wishOf(request))).map((match) => spaceMatchAnswer(match, base));
}

/** The 20 best requests for a space that one looks after, for machines. 404 for everybody else; nothing while it is not published. */
export async function listMatchesOfSpace(ctx: Ctx, { id, base }: { id: string; base: string }) {
	const property = await findProperty(ctx, id);
	const space = await findSpaceRow(ctx, property.id);
	return space ? (await findRequestsForSpace(ctx, space)).map((match) => requestMatchAnswer(match, base)) : [];
}
