import { and, eq, gte, isNull } from 'drizzle-orm';
import { Refusal, refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { whyNotStep } from '../mail-change.ts';
import { findMailChange } from './find-mail-change.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { apiKeys, authenticatorApps, identities, mailChanges, passkeys, passwords, people, recoveryCodes, sessions } from './tables.ts';

/**
 * Whoever reads at the old address gives the account back to it: every session ends, and what was added to the ways in since the change was asked for goes with it.
 * Throws 410 when the link is spent or too old, 409 when the old address has an account of its own by now.
 */
export async function takeBackMailChange(ctx: Ctx, { link }: { link: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const change = await findMailChange(inside, { link, purpose: 'mail-change-back' });
		const why = change ? whyNotStep('take-back', change.state) : 'Diesen Wechsel gibt es nicht mehr.';
		if (!change || why) throw new Refusal(410, 'mail-change-spent', { message: why ?? '' });
		const { id, personId, oldEmail, createdAt } = change;
		if (await db.$count(people, eq(people.email, oldEmail)))
			throw refused(
				'address-taken',
				'Mit Ihrer Adresse gibt es inzwischen ein zweites Konto, vielleicht durch eine Anmeldung. Bitte dort anmelden, es unter „Meine Daten“ löschen und diesen Link noch einmal öffnen.'
			);
		const back = and(eq(mailChanges.id, id), isNull(mailChanges.takenBackAt));
		if (!(await db.update(mailChanges).set({ takenBackAt: ctx.now }).where(back)).rowCount)
			throw new Refusal(410, 'mail-change-spent', { message: 'Dieser Link wurde schon benutzt.' });
		await db.update(people).set({ email: oldEmail, updatedAt: ctx.now }).where(eq(people.id, personId));
		await closeSince(inside, { personId, since: createdAt });
		const text =
			'Alle Sitzungen sind beendet, und Passwörter, Passkeys, Apps, verbundene Dienste und Schlüssel, die seit dem Wechsel dazukamen, sind entfernt.';
		const person = { id: personId, email: oldEmail };
		await tellOfWayIn(inside, { kind: 'mail-change.taken-back', person, title: 'Es gilt wieder Ihre alte Mailadresse', text });
	});
}

async function closeSince(ctx: Ctx, { personId, since }: { personId: string; since: Date }): Promise<void> {
	const { db } = ctx;
	await db.delete(sessions).where(eq(sessions.personId, personId));
	await db.delete(passwords).where(and(eq(passwords.personId, personId), gte(passwords.setAt, since)));
	await db.delete(passkeys).where(and(eq(passkeys.personId, personId), gte(passkeys.createdAt, since)));
	await db.delete(authenticatorApps).where(and(eq(authenticatorApps.personId, personId), gte(authenticatorApps.createdAt, since)));
	await db.delete(recoveryCodes).where(and(eq(recoveryCodes.personId, personId), gte(recoveryCodes.createdAt, since)));
	await db.delete(identities).where(and(eq(identities.personId, personId), gte(identities.createdAt, since)));
	await db.delete(mailChanges).where(and(eq(mailChanges.personId, personId), isNull(mailChanges.confirmedAt)));
	await db
		.update(apiKeys)
		.set({ revokedAt: ctx.now })
		.where(and(eq(apiKeys.personId, personId), gte(apiKeys.createdAt, since), isNull(apiKeys.revokedAt)));
}
