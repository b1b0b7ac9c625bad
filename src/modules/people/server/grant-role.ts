import { and, eq, isNotNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson, mayGrant } from '../policy.ts';
import { recordEvent } from './record-event.ts';
import { grants, people } from './tables.ts';

/** Lets a person run the office or administer. Writes down who gave it. Who edits for a municipality holds a seat in it. */
export async function grantRole(ctx: Ctx, { personId, role }: { personId: string; role: 'office' | 'admin' }): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!mayGrant(ctx.actor, role)) throw forbidden('Diese Berechtigung vergibt nur die Administration.');
	const grantedBy = ctx.actor.id;
	await ctx.db.transaction(async (db) => {
		const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, personId));
		if (!person) throw notFound('Diese Person gibt es nicht mehr.');
		// What a provider's group gave becomes a decision of somebody's own.
		await db.delete(grants).where(and(eq(grants.personId, personId), eq(grants.role, role), isNotNull(grants.via)));
		const { rowCount } = await db
			.insert(grants)
			.values({ id: newId(), personId, role, grantedBy, grantedAt: ctx.now })
			.onConflictDoNothing();
		if (!rowCount) throw refused('granted-already', 'Diese Berechtigung hat die Person schon.');
		await recordEvent({ ...ctx, db }, 'grant.given', { subjectId: personId, data: { role } });
	});
}
