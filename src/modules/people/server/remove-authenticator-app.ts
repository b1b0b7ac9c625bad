import { eq } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { whyNotRemoveFactor } from '../second-factor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { authenticatorApps, passkeys, recoveryCodes } from './tables.ts';

/** Switches the second factor off for whoever may do without one; the recovery codes go with the last one. */
export async function removeAuthenticatorApp(ctx: Ctx): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	const others = await ctx.db.$count(passkeys, eq(passkeys.personId, person.id));
	const why = whyNotRemoveFactor(ctx.actor.grants, { others });
	if (why) throw refused('factor-required', why);
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db.delete(authenticatorApps).where(eq(authenticatorApps.personId, person.id));
		if (!rowCount) throw refused('no-app', 'Es ist keine App eingerichtet.');
		if (!others) await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, person.id));
		await tellOfWayIn(
			{ ...ctx, db },
			{
				kind: 'second-factor.removed',
				person,
				title: 'Der zweite Faktor wurde entfernt',
				text: 'Für Ihr Konto wird bei der Anmeldung kein Code aus der App mehr verlangt.',
				data: { factor: 'app' }
			}
		);
	});
}
