import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { notFound } from '#lib/refusal.ts';
import { placeOf, type Place } from '../naming.ts';
import type { Role } from '../roles.ts';
import { loadMembers } from './internal/load-members.ts';
import { isOrWasMember } from './is-member.ts';
import { procedureMembers } from './tables.ts';

type Seat = { procedureId: string; role: Role; deputyFor: string | null; succeeds: string | null };

/** As what somebody in this seat takes part. Throws 404 for a deputy of nobody. */
export async function loadPlace(ctx: Pick<Ctx, 'db'>, { procedureId, ...seat }: Seat): Promise<Place> {
	const place = placeOf(seat, await loadMembers(ctx, procedureId, { withLeft: true }));
	if (!place) throw notFound();
	return place;
}

/** As what whoever asks is named in a procedure, or was. */
export async function rolesOf(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<Role[]> {
	const mine = and(eq(procedureMembers.procedureId, procedureId), isOrWasMember(ctx));
	const rows = await ctx.db.select({ role: procedureMembers.role }).from(procedureMembers).where(mine);
	return rows.map(({ role }) => role);
}
