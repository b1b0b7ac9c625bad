import type { Ctx } from '#modules/people/actor.ts';
import { publicKey } from './internal/signing-key.ts';

/** The installation's public key, for receipts: 32 bytes in base64url. */
export async function loadPublicKey(ctx: Pick<Ctx, 'db'>): Promise<string> {
	return publicKey(ctx);
}
