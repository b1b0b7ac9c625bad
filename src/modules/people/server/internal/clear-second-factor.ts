import { eq } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { authenticatorApps, passkeys, recoveryCodes, sessions } from '../tables.ts';
import { tellOfWayIn } from './tell-of-way-in.ts';

/** Takes away all that somebody could show, and every session. */
export async function clearSecondFactor(
	ctx: Ctx,
	{ person, reason }: { person: { id: string; email: string }; reason: string }
): Promise<void> {
	for (const table of [authenticatorApps, passkeys, recoveryCodes, sessions])
		await ctx.db.delete(table).where(eq(table.personId, person.id));
	await tellOfWayIn(ctx, {
		kind: 'second-factor.reset',
		person,
		title: 'Der zweite Faktor wurde zurückgesetzt',
		text: 'Die Administration hat den zweiten Faktor Ihres Kontos entfernt und alle Sitzungen beendet. Bei der nächsten Anmeldung richten Sie einen neuen ein.',
		data: { reason }
	});
}
