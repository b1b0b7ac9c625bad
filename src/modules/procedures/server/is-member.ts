import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureMembers } from './tables.ts';

/** Whether a member of a procedure is or was whoever asks: by account, or by the confirmed address under which they were entered. Nobody is for guests. */
export function isOrWasMember(ctx: Pick<Ctx, 'actor'>): SQL {
	const { actor } = ctx;
	if (!actor) return sql`false`;
	const confirmed = sql`exists (select from people p where p.id = ${actor.id}::uuid and p.email_verified and p.email = ${procedureMembers.email})`;
	return or(eq(procedureMembers.personId, actor.id), and(isNull(procedureMembers.personId), confirmed)) ?? sql`false`;
}

/** The same, and they have not left. */
export const isMember = (ctx: Pick<Ctx, 'actor'>): SQL => and(isNull(procedureMembers.leftAt), isOrWasMember(ctx)) ?? sql`false`;
