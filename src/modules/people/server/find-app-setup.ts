import { hkdfSync } from 'node:crypto';
import { Secret } from 'otpauth';
import type { Ctx } from '../actor.ts';
import { findSecret } from './find-secret.ts';
import { appOf } from './internal/app-codes.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';

export type AppSetup = { secret: string; uri: string };

/**
 * The secret that an app is to be given, and its `otpauth:` address for the QR code. It follows from the session and the key of the installation: the same
 * until it is set up, however often the page is looked at, and nothing is written before a code proves that the app has it.
 */
export async function findAppSetup(ctx: Ctx): Promise<AppSetup> {
	const { person, session } = freshlyAtTheDoor(ctx);
	const bytes = hkdfSync(
		'sha256',
		await findSecret(ctx, 'sessions'),
		session.id,
		`authenticator app ${session.provenAt.toISOString()}`,
		20
	);
	const secret = new Secret({ buffer: bytes }).base32;
	return { secret, uri: appOf(secret, person.email).toString() };
}
