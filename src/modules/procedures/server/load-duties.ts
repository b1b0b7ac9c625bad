import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Duty } from '../roles.ts';
import { procedureMembers } from './tables.ts';

/** Every place in which whoever asks is named in the procedure, by account or by confirmed address; none for everybody else. */
export async function loadDuties(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<Duty[]> {
	const { db, actor } = ctx;
	if (!actor) return [];
	const confirmed = sql`exists (select from people p where p.id = ${actor.id}::uuid and p.email_verified and p.email = ${procedureMembers.email})`;
	const me = or(eq(procedureMembers.personId, actor.id), and(isNull(procedureMembers.personId), confirmed));
	const { id: memberId, role, hasVote, isOpener, deputyFor } = procedureMembers;
	return db
		.select({ memberId, role, hasVote, isOpener, deputyFor })
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), me));
}
