import { and, eq } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEditContacts } from '../policy.ts';
import { contactOwner } from './internal/contact-owner.ts';
import { tell } from './internal/tell.ts';
import { contactPoints } from './tables.ts';

/** Removes a contact point of an organisation (`of`: key of a municipality or id). */
export async function removeContact(ctx: Ctx, { of, contactId }: { of: string; contactId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const owner = await contactOwner({ db }, of);
		if (!mayEditContacts(ctx.actor, owner)) throw forbidden();
		if (!owner.id) throw notFound();
		const [gone] = await db
			.delete(contactPoints)
			.where(and(eq(contactPoints.id, contactId), eq(contactPoints.organisationId, owner.id)))
			.returning({ unit: contactPoints.unit });
		if (!gone) throw notFound();
		await tell({ ...ctx, db }, owner.id, { kind: 'contact.removed', before: { unit: gone.unit } });
	});
}
