import { eq } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { isAdmin, type Ctx } from '../actor.ts';
import { whyNotRevoke } from '../policy.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { recordEvent } from './record-event.ts';
import { addressTroubles } from './post-tables.ts';
import { grants, mails, people, signInLinks } from './tables.ts';

/**
 * Deletes the account of the person who asks (article 17 GDPR), shortly after they showed who they are. What is theirs goes; what belongs to a municipality, or proves
 * that something was allowed, stays without their name: the database itself follows every pointer. The protocol keeps that an account was erased, not whose.
 */
export async function eraseOwnAccount(ctx: Ctx): Promise<void> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	await ctx.db.transaction(async (db) => {
		const admins = await db.select({ id: grants.id }).from(grants).where(eq(grants.role, 'admin')).for('update');
		const why = isAdmin(actor) ? whyNotRevoke('admin', { admins: admins.length }) : null;
		if (why) throw refused('last-admin', why);
		await db.delete(signInLinks).where(eq(signInLinks.email, person.email));
		await db.delete(mails).where(eq(mails.email, person.email));
		await db.delete(addressTroubles).where(eq(addressTroubles.email, person.email));
		await db.delete(people).where(eq(people.id, person.id));
		await recordEvent({ ...ctx, db, actor: null }, 'person.erased', { subjectId: person.id });
	});
}
