import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { challengeMinutes, keepChallenge, siteOf } from './internal/passkey-site.ts';
import { passkeys } from './tables.ts';

/** The question to the browser that makes a passkey for the person who asks. */
export async function askForNewPasskey(ctx: Ctx, { baseUrl }: { baseUrl: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
	const { person } = freshlyAtTheDoor(ctx);
	if (ctx.entering?.owes === 'code')
		throw refused('code-first', 'Für dieses Konto gibt es schon einen zweiten Faktor. Bitte zuerst diesen zeigen.');
	const held = await ctx.db.select({ id: passkeys.credentialId }).from(passkeys).where(eq(passkeys.personId, person.id));
	const { generateRegistrationOptions } = await import('@simplewebauthn/server');
	const options = await generateRegistrationOptions({
		rpName: 'Gestaltungsraum',
		rpID: siteOf(baseUrl).id,
		userID: new TextEncoder().encode(person.id),
		userName: person.email,
		userDisplayName: person.name || person.email,
		attestationType: 'none',
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		excludeCredentials: held,
		timeout: challengeMinutes * 60_000
	});
	await keepChallenge(ctx, { challenge: options.challenge, personId: person.id });
	return options;
}
