import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotLeave } from '#modules/procedures/naming.ts';
import { loadHeld } from '#modules/procedures/server/load-held.ts';
import { loadPlace } from '#modules/procedures/server/load-place.ts';
import { tellLeft, unseatMember } from '#modules/procedures/server/seat-member.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { locked } from '../policy.ts';
import { noteWithdrawal } from './accept-nomination.ts';
import { lockOf } from './internal/load-panel.ts';

/**
 * The municipality notes that somebody takes part no more, without anybody in their place: they are ill, or have left office. Never whoever leads. Throws
 * 401, 403, 404, 409.
 */
export async function releaseMember(ctx: Ctx, { id, memberId, reason }: { id: string; memberId: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await loadHeld(inside, id);
		const own = and(eq(procedureMembers.id, memberId), eq(procedureMembers.procedureId, id));
		const [member] = await db.select().from(procedureMembers).where(own);
		if (!member) throw notFound('Diese Person ist nicht mehr eingetragen.');
		const { role, isDeputy } = await loadPlace(inside, { ...member, succeeds: null });
		const not = isDeputy ? whyNotLeave({ role: 'clerk' }, row) : whyNotLeave({ role }, row);
		if (not) throw refused(not.code, not.message);
		if (role === 'juror' && (await lockOf(inside, id))) throw refused('locked', locked);
		const left = await unseatMember(inside, { id, memberId, reason });
		if (role === 'juror') await noteWithdrawal(inside, { id, memberId, reason });
		await tellLeft(inside, left);
	});
}
