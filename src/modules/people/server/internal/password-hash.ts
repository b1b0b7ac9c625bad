import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { plainPassword } from '../../password.ts';

/** Argon2id with 46 MiB and one pass: the first recommendation of OWASP for what must not be guessed offline. Kept with each hash, so that they may grow. */
const memory = 47_104;
const passes = 1;
const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

const hash = (password: string, { nonce, memory, passes }: { nonce: Buffer; memory: number; passes: number }) =>
	derive('argon2id', { message: Buffer.from(plainPassword(password)), nonce, parallelism: 1, tagLength: 32, memory, passes });

/** "argon2id$47104$1$salt$hash" */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await hash(password, { nonce, memory, passes });
	return ['argon2id', memory, passes, nonce.toString('base64url'), tag.toString('base64url')].join('$');
}

const nobody = `argon2id$${memory}$${passes}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether it is the password. With no hash kept the same work is done for nothing, so that the time says nothing about who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
	const [, m, p, salt = '', tag = ''] = (kept ?? nobody).split('$');
	const found = await hash(password, { nonce: Buffer.from(salt, 'base64url'), memory: Number(m), passes: Number(p) });
	return timingSafeEqual(found, Buffer.from(tag, 'base64url')) && kept !== null;
}
