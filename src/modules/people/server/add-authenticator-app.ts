import { count, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { findAppSetup } from './find-app-setup.ts';
import { aboutApp, stepOf } from './internal/app-codes.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { markShown } from './internal/mark-shown.ts';
import { newRecoveryCodes } from './internal/new-recovery-codes.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { lockAway } from './vault.ts';
import { authenticatorApps, recoveryCodes } from './tables.ts';

/**
 * Sets up the app that `findAppSetup` showed, once its first code is right; an app that was there before is replaced. This session counts as proven from
 * then on. Returns the recovery codes when there were none: this is the only moment they are known.
 */
export async function addAuthenticatorApp(ctx: Ctx, { code }: { code: string }): Promise<string[]> {
	const { person, session } = freshlyAtTheDoor(ctx);
	// Whoever has a factor shows it first; a stolen mailbox must not bring its own app.
	if (ctx.entering?.owes === 'code')
		throw refused('code-first', 'Für dieses Konto gibt es schon einen zweiten Faktor. Bitte zuerst dessen Code eingeben.');
	const { secret } = await findAppSetup(ctx);
	const step = stepOf(ctx, { secret, code });
	if (step === null)
		throw refused(
			'wrong-code',
			'Dieser Code passt nicht. Bitte den Code eingeben, den die App jetzt zeigt, und die Uhr des Telefons prüfen.',
			'code'
		);
	const row = {
		personId: person.id,
		secret: await lockAway(ctx, { text: secret, about: aboutApp(person.id) }),
		lastStep: step,
		createdAt: ctx.now
	};
	return ctx.db.transaction(async (db) => {
		await db.insert(authenticatorApps).values(row).onConflictDoUpdate({ target: authenticatorApps.personId, set: row });
		await markShown({ ...ctx, db }, { sessionId: session.id, personId: person.id });
		const [held] = await db.select({ n: count() }).from(recoveryCodes).where(eq(recoveryCodes.personId, person.id));
		await tellOfWayIn(
			{ ...ctx, db },
			{
				kind: 'second-factor.added',
				person,
				title: 'Ein zweiter Faktor wurde eingerichtet',
				text: 'Für Ihr Konto fragt Gestaltungsraum jetzt bei jeder Anmeldung nach dem Code aus Ihrer App.',
				data: { factor: 'app' }
			}
		);
		return held?.n ? [] : newRecoveryCodes({ ...ctx, db }, person.id);
	});
}
