import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Member } from '../../roles.ts';
import { procedureMembers } from '../tables.ts';

/** `hasAccount`: reads the call once it is finished. */
export type ListedMember = Member & { hasAccount: boolean; succeeds: string | null; leftAt: Date | null; leftReason: string | null };

/** Who takes part, in the order of entry; `withLeft`: who did as well. The caller has asked who reads. */
export async function loadMembers({ db }: Pick<Ctx, 'db'>, procedureId: string, { withLeft = false } = {}): Promise<ListedMember[]> {
	const rows = await db
		.select()
		.from(procedureMembers)
		.where(and(eq(procedureMembers.procedureId, procedureId), withLeft ? undefined : isNull(procedureMembers.leftAt)))
		.orderBy(asc(procedureMembers.createdAt), asc(procedureMembers.id));
	return rows.map(({ id, role, jurorKind, hasVote, isOpener, name, email, affiliation, deputyFor, personId, ...rest }) => ({
		...{ id, role, jurorKind, hasVote, isOpener, name, email, affiliation, deputyFor, hasAccount: personId !== null },
		...{ succeeds: rest.succeeds, leftAt: rest.leftAt, leftReason: rest.leftReason }
	}));
}
