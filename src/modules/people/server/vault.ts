import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Ctx } from '../actor.ts';
import { findSecret } from './find-secret.ts';

/**
 * Secrets that the installation must be able to read again (AES-256-GCM). With SECRET_KEY in the environment the key is nowhere in the database or its
 * backup; without it the installation's own key from the table `secrets` is used. Which one it was stands in front, so that a lost key says so.
 */
async function keyFor(ctx: Pick<Ctx, 'db'>, origin: string): Promise<Buffer> {
	const secret = origin === 'env' ? process.env.SECRET_KEY : await findSecret(ctx, 'vault');
	if (!secret) throw new Error('SECRET_KEY fehlt: Mit ihm wurden Geheimnisse verschlossen, die jetzt nicht zu öffnen sind.');
	return Buffer.from(hkdfSync('sha256', secret, '', 'gestaltungsraum vault', 32));
}

/** `about` binds the secret to its row: moved elsewhere it does not open. */
export async function lockAway(ctx: Pick<Ctx, 'db'>, { text, about }: { text: string; about: string }): Promise<string> {
	const origin = process.env.SECRET_KEY ? 'env' : 'own';
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', await keyFor(ctx, origin), iv).setAAD(Buffer.from(about));
	const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
	return `${origin}.${sealed.toString('base64url')}`;
}

export async function takeOut(ctx: Pick<Ctx, 'db'>, { sealed, about }: { sealed: string; about: string }): Promise<string> {
	const [origin = '', body = ''] = sealed.split('.');
	const bytes = Buffer.from(body, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', await keyFor(ctx, origin), bytes.subarray(0, 12), { authTagLength: 16 });
	decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-16));
	return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}
