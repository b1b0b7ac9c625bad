import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx, Grant } from '../actor.ts';
import { recordEvent } from './record-event.ts';
import { grants } from './tables.ts';

type Role = Exclude<Grant['role'], 'editor'>;
type Wanted = { personId: string; via: string; roles: readonly Role[] };

/** Gives the roles that a provider's groups stand for and takes those it gave before and stands for no longer. What somebody gave by hand stays as it is. */
export async function followRoles(ctx: Ctx, { personId, via, roles }: Wanted): Promise<void> {
	const held = await ctx.db
		.select({ id: grants.id, role: grants.role })
		.from(grants)
		.where(and(eq(grants.personId, personId), eq(grants.via, via)));
	const reason = 'Gruppe im Anmeldedienst';
	for (const { id, role } of held.filter((grant) => !roles.some((wanted) => wanted === grant.role))) {
		await ctx.db.delete(grants).where(eq(grants.id, id));
		await recordEvent(ctx, 'grant.revoked', { subjectId: personId, reason, data: { role, via } });
	}
	for (const role of roles) {
		const { rowCount } = await ctx.db.insert(grants).values({ id: newId(), personId, role, via, grantedAt: ctx.now }).onConflictDoNothing();
		if (rowCount) await recordEvent(ctx, 'grant.given', { subjectId: personId, reason, data: { role, via } });
	}
}
