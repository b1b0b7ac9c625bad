import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { count, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { markShown } from './internal/mark-shown.ts';
import { newRecoveryCodes } from './internal/new-recovery-codes.ts';
import { siteOf, useChallenge } from './internal/passkey-site.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { passkeys, recoveryCodes } from './tables.ts';

type Made = { answer: RegistrationResponseJSON; label: string; baseUrl: string };

/** Keeps the passkey a browser has made after `askForNewPasskey`. It unlocks with finger, face or PIN, so it is both factors. Returns recovery codes when there were none. */
export async function addPasskey(ctx: Ctx, { answer, label, baseUrl }: Made): Promise<string[]> {
	const { person, session } = freshlyAtTheDoor(ctx);
	if (ctx.entering?.owes === 'code')
		throw refused('code-first', 'Für dieses Konto gibt es schon einen zweiten Faktor. Bitte zuerst diesen zeigen.');
	const site = siteOf(baseUrl);
	const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
	const { registrationInfo: made } = await verifyRegistrationResponse({
		response: answer,
		expectedChallenge: (challenge) => useChallenge(ctx, { challenge, personId: person.id }),
		expectedOrigin: site.origin,
		expectedRPID: site.id,
		requireUserVerification: true
	}).catch(() => ({ registrationInfo: undefined }));
	if (!made) throw refused('passkey-failed', 'Das hat nicht geklappt. Bitte noch einmal versuchen.');
	const { id: credentialId, publicKey, counter, transports = [] } = made.credential;
	const key = { credentialId, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
	return ctx.db.transaction(async (db) => {
		await db.insert(passkeys).values({ id: newId(), personId: person.id, ...key, label, createdAt: ctx.now });
		await markShown({ ...ctx, db }, { sessionId: session.id, personId: person.id });
		const text = 'Mit ihm öffnet man Ihr Konto ohne Mail und ohne Code.';
		await tellOfWayIn({ ...ctx, db }, { kind: 'passkey.added', person, title: 'Ein Passkey wurde angelegt', text, data: { label } });
		const [held] = await db.select({ n: count() }).from(recoveryCodes).where(eq(recoveryCodes.personId, person.id));
		return held?.n ? [] : newRecoveryCodes({ ...ctx, db }, person.id);
	});
}
