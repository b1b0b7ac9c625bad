import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Ctx } from '../actor.ts';
import { truncateAddress } from '../session.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { challengeMinutes, keepChallenge, siteOf } from './internal/passkey-site.ts';

/** The question to a browser that wants in by passkey. It names nobody's passkeys: the device knows its own. */
export async function askForPasskey(
	ctx: Ctx,
	{ baseUrl, address }: { baseUrl: string; address: string }
): Promise<PublicKeyCredentialRequestOptionsJSON> {
	await countAttempt(ctx, { what: 'passkey net', who: truncateAddress(address), limit: 60, minutes: 15 });
	const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
	const options = await generateAuthenticationOptions({
		rpID: siteOf(baseUrl).id,
		userVerification: 'required',
		timeout: challengeMinutes * 60_000
	});
	await keepChallenge(ctx, { challenge: options.challenge, personId: null });
	return options;
}
