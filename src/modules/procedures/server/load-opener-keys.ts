import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Opener } from '#modules/seals/seal.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import { procedureMembers } from './tables.ts';

/** Whoever is named as opener, by account or by confirmed address, and holds a key of their own for this procedure. */
export async function loadOpenerKeys(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<(Opener & { memberId: string; name: string })[]> {
	const isTheirs = or(
		eq(procedureMembers.personId, openerKeys.personId),
		and(isNull(procedureMembers.personId), eq(people.emailVerified, true), eq(people.email, procedureMembers.email))
	);
	return ctx.db
		.selectDistinctOn([openerKeys.personId], {
			personId: openerKeys.personId,
			recipient: openerKeys.recipient,
			memberId: procedureMembers.id,
			name: procedureMembers.name
		})
		.from(openerKeys)
		.innerJoin(people, eq(people.id, openerKeys.personId))
		.innerJoin(
			procedureMembers,
			and(
				eq(procedureMembers.procedureId, openerKeys.subjectId),
				eq(procedureMembers.isOpener, true),
				isNull(procedureMembers.leftAt),
				isTheirs
			)
		)
		.where(eq(openerKeys.subjectId, procedureId))
		.orderBy(asc(openerKeys.personId));
}
