import type { AuthenticationResponseJSON, AuthenticatorTransport } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { truncateAddress } from '../session.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { siteOf, useChallenge } from './internal/passkey-site.ts';
import { startSession } from './internal/start-session.ts';
import { passkeys } from './tables.ts';

const failed = () =>
	refused('passkey-failed', 'Mit diesem Passkey geht es nicht. Vielleicht wurde er im Konto entfernt; der Link per Mail geht immer.');

/** Opens a session with a passkey that its holder unlocked with finger, face or PIN: both factors in one. Throws 429 after sixty answers per network in a quarter of an hour. Returns the token for the cookie. */
export async function signInWithPasskey(
	ctx: Ctx,
	{ answer, device, address, baseUrl }: { answer: AuthenticationResponseJSON; device: string; address: string; baseUrl: string }
): Promise<string> {
	await countAttempt(ctx, { what: 'passkey answer net', who: truncateAddress(address), limit: 60, minutes: 15 });
	const [key] = await ctx.db.select().from(passkeys).where(eq(passkeys.credentialId, answer.id));
	if (!key) throw failed();
	const site = siteOf(baseUrl);
	const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
	const { verified, authenticationInfo } = await verifyAuthenticationResponse({
		response: answer,
		expectedChallenge: (challenge) => useChallenge(ctx, { challenge, personId: null }),
		expectedOrigin: site.origin,
		expectedRPID: site.id,
		requireUserVerification: true,
		credential: {
			id: key.credentialId,
			publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
			counter: key.counter,
			transports: key.transports as AuthenticatorTransport[]
		}
	}).catch(() => ({ verified: false, authenticationInfo: null }));
	if (!verified || !authenticationInfo) throw failed();
	await ctx.db.update(passkeys).set({ counter: authenticationInfo.newCounter, lastUsedAt: ctx.now }).where(eq(passkeys.id, key.id));
	return startSession(ctx, { personId: key.personId, device, way: 'passkey', shown: true });
}
