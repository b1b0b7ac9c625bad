import { eq } from 'drizzle-orm';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson, mayGrant, maySeePeople, whyNotRevoke } from '../policy.ts';
import { recordEvent } from './record-event.ts';
import { grants } from './tables.ts';

/** Takes a grant away, from the next request on. The last administrator stays. */
export async function revokeGrant(ctx: Ctx, id: string): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!maySeePeople(ctx.actor)) throw forbidden();
	const { actor } = ctx;
	await ctx.db.transaction(async (db) => {
		const admins = await db.select({ id: grants.id }).from(grants).where(eq(grants.role, 'admin')).for('update');
		const [grant] = await db
			.select({ role: grants.role, ags: grants.ags, personId: grants.personId })
			.from(grants)
			.where(eq(grants.id, id));
		if (!grant) throw notFound('Diese Berechtigung gibt es nicht mehr.');
		if (!mayGrant(actor, grant.role)) throw forbidden('Diese Berechtigung entzieht nur die Administration.');
		const why = whyNotRevoke(grant.role, { admins: admins.length });
		if (why) throw refused('last-admin', why);
		await db.delete(grants).where(eq(grants.id, id));
		await recordEvent({ ...ctx, db }, 'grant.revoked', { subjectId: grant.personId, data: { role: grant.role, ags: grant.ags } });
	});
}
