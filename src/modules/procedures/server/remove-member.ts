import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { procedureMembers } from './tables.ts';

/** Takes somebody out, with their deputy; they read nothing any more. Throws 401, 404, 409. */
export async function removeMember(ctx: Ctx, { id, memberId }: { id: string; memberId: string }): Promise<void> {
	await changeDraft(ctx, id, async (inside) => {
		const [gone] = await inside.db
			.delete(procedureMembers)
			.where(and(eq(procedureMembers.id, memberId), eq(procedureMembers.procedureId, id)))
			.returning({ id: procedureMembers.id });
		if (!gone) throw notFound('Diese Person ist nicht mehr eingetragen.');
	});
}
