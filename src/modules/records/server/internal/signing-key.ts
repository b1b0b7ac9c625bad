import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { findSecret, holdSecret } from '#modules/people/server/find-secret.ts';
import { recordKeyChanges } from '../tables.ts';

/** PKCS #8 around a seed of 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = (seed: string): KeyObject =>
	createPrivateKey({ key: Buffer.concat([pkcs8, Buffer.from(seed, 'hex')]), format: 'der', type: 'pkcs8' });
const publicOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? '';
const signedBy = (key: KeyObject, hash: string): string => sign(null, Buffer.from(hash, 'hex'), key).toString('base64url');

/** A key with its seed, which nobody else gets to see. */
export type Pair = { seed: string; key: string; sign: (hash: string) => string };
export function pairOf(seed: string): Pair {
	const key = keyOf(seed);
	return { seed, key: publicOf(key), sign: (hash) => signedBy(key, hash) };
}
export const newPair = (): Pair => pairOf(randomBytes(32).toString('hex'));

/** `since`: what is signed with it bears no earlier moment; null for the first key. */
export type Signer = { since: Date | null; sign: (hash: string) => string };

/** The key to sign with, until the transaction ends: nobody changes it meanwhile. Ed25519 over the bytes of a hash, in base64url. */
export async function loadSigner(ctx: Pick<Ctx, 'db'>): Promise<Signer> {
	const key = keyOf(await holdSecret(ctx, 'records'));
	const [last] = await ctx.db.select({ at: recordKeyChanges.at }).from(recordKeyChanges).orderBy(desc(recordKeyChanges.seq)).limit(1);
	return { since: last?.at ?? null, sign: (hash) => signedBy(key, hash) };
}

/** The moment that something bears which is signed now. */
export const momentFor = (now: Date, { since }: Signer): Date => (since && since > now ? since : now);

/** The installation's public key: 32 bytes in base64url, as in a JWK (RFC 8037). */
export const publicKey = async (ctx: Pick<Ctx, 'db'>): Promise<string> => publicOf(keyOf(await findSecret(ctx, 'records')));
