import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Ctx } from '#modules/people/actor.ts';
import { findSecret } from '#modules/people/server/find-secret.ts';

/** PKCS #8 around a seed of 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

async function signingKey(ctx: Pick<Ctx, 'db'>): Promise<KeyObject> {
	const seed = Buffer.from(await findSecret(ctx, 'records'), 'hex');
	return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** Ed25519 over the bytes of the hash, in base64url. */
export async function signHash(ctx: Pick<Ctx, 'db'>, hash: string): Promise<string> {
	return sign(null, Buffer.from(hash, 'hex'), await signingKey(ctx)).toString('base64url');
}

/** The installation's public key: 32 bytes in base64url, as in a JWK (RFC 8037). */
export async function publicKey(ctx: Pick<Ctx, 'db'>): Promise<string> {
	return createPublicKey(await signingKey(ctx)).export({ format: 'jwk' }).x ?? '';
}
