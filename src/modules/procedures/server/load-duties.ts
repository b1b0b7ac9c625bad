import { and, eq, inArray, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Duty } from '../roles.ts';
import { isMember, isOrWasMember } from './is-member.ts';
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

/** Whether whoever asks is named in the procedure, or was: who has ever sat on that side of the table hands in nothing. */
export async function wasEverNamed(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<boolean> {
	return (await ctx.db.$count(procedureMembers, and(eq(procedureMembers.procedureId, procedureId), isOrWasMember(ctx)))) > 0;
}

/** Those of these people who are named in the procedure, or were. */
export async function namedAmong(ctx: Pick<Ctx, 'db'>, procedureId: string, personIds: readonly string[]): Promise<Set<string>> {
	const isTheirs = or(
		eq(procedureMembers.personId, people.id),
		and(eq(people.emailVerified, true), eq(people.email, procedureMembers.email))
	);
	const rows = personIds.length
		? await ctx.db
				.selectDistinct({ id: people.id })
				.from(procedureMembers)
				.innerJoin(people, isTheirs)
				.where(and(eq(procedureMembers.procedureId, procedureId), inArray(people.id, [...personIds])))
		: [];
	return new Set(rows.map(({ id }) => id));
}
