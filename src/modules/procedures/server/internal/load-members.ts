import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Member } from '../../roles.ts';
import { procedureMembers } from '../tables.ts';

/** `hasAccount`: reads the call once it is finished. */
export type ListedMember = Member & { hasAccount: boolean };

/** Who takes part, in the order of entry. The caller has asked who reads. */
export async function loadMembers({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<ListedMember[]> {
	const rows = await db
		.select()
		.from(procedureMembers)
		.where(eq(procedureMembers.procedureId, procedureId))
		.orderBy(asc(procedureMembers.createdAt), asc(procedureMembers.id));
	return rows.map(({ id, role, jurorKind, hasVote, isOpener, name, email, affiliation, deputyFor, personId }) => ({
		...{ id, role, jurorKind, hasVote, isOpener, name, email, affiliation, deputyFor, hasAccount: personId !== null }
	}));
}
