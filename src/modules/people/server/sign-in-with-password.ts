import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { truncateAddress } from '../session.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { isPassword } from './internal/password-hash.ts';
import { startSession } from './internal/start-session.ts';
import { passwords, people } from './tables.ts';

type Wish = { email: string; password: string; device: string; address: string };

/**
 * Opens a session with address and password. Wrong, unknown and without password are one answer after the same work. Throws 429 after ten tries per
 * address or thirty per network in a quarter of an hour; the link by mail goes on working then. Returns the token for the cookie.
 */
export async function signInWithPassword(ctx: Ctx, { email, password, device, address }: Wish): Promise<string> {
	await countAttempt(ctx, { what: 'password net', who: truncateAddress(address), limit: 30, minutes: 15 });
	await countAttempt(ctx, { what: 'password', who: email, limit: 10, minutes: 15 });
	const [person] = await ctx.db
		.select({ id: people.id, hash: passwords.hash })
		.from(people)
		.leftJoin(passwords, eq(passwords.personId, people.id))
		.where(eq(people.email, email));
	const right = await isPassword(password, person?.hash ?? null);
	if (!right || !person)
		throw refused(
			'wrong-password',
			'Mailadresse und Passwort passen nicht zusammen, oder dieses Konto hat keines. Der Link per Mail geht immer.'
		);
	return startSession(ctx, { personId: person.id, device, way: 'password' });
}
