import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Duty } from '../roles.ts';
import { isMember } from './is-member.ts';
import { procedureMembers } from './tables.ts';

/** Every place in which whoever asks is named in the procedure, by account or by confirmed address; none for everybody else. */
export async function loadDuties(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<Duty[]> {
	if (!ctx.actor) return [];
	const { id: memberId, role, hasVote, isOpener, deputyFor } = procedureMembers;
	return ctx.db
		.select({ memberId, role, hasVote, isOpener, deputyFor })
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), isMember(ctx)));
}
