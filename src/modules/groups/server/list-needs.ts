import type { Ctx } from '#modules/people/actor.ts';
import { findFit, type Fit } from './find-fit.ts';
import { groupForMember } from './internal/group-for.ts';
import { needsOf, type MemberNeed } from './internal/needs-of.ts';

export type { MemberNeed };

/** What everybody in a group needs, and how it lies in the house; for its members. Throws 401, 404. */
export async function listNeeds(ctx: Ctx, groupId: string): Promise<{ needs: MemberNeed[]; fit: Fit; requestId: string | null }> {
	const { row } = await groupForMember(ctx, groupId);
	const needs = await needsOf(ctx, groupId);
	return { needs, fit: await findFit(ctx, row, needs), requestId: row.requestId };
}
