import { and, eq, ne } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { whyNotPassword } from '../password.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { isCommonPassword } from './internal/common-passwords.ts';
import { hashPassword } from './internal/password-hash.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { passwords, sessions } from './tables.ts';

/** Sets or changes the password of the person who asks, shortly after they showed who they are. Every other session of theirs ends. */
export async function setPassword(ctx: Ctx, { password }: { password: string }): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { person, session } = freshlyAtTheDoor(ctx);
	const why = whyNotPassword(password, { isListed: isCommonPassword, own: [person.email, person.name, 'gestaltungsraum'] });
	if (why) throw refused('weak-password', why, 'password');
	const row = { personId: person.id, hash: await hashPassword(password), setAt: ctx.now };
	await ctx.db.transaction(async (db) => {
		await db.insert(passwords).values(row).onConflictDoUpdate({ target: passwords.personId, set: row });
		await db.delete(sessions).where(and(eq(sessions.personId, person.id), ne(sessions.id, session.id)));
		await tellOfWayIn(
			{ ...ctx, db },
			{
				kind: 'password.set',
				person,
				title: 'Ein Passwort wurde gesetzt',
				text: 'Für Ihr Konto gilt ein neues Passwort. Auf allen anderen Geräten wurde das Konto abgemeldet.'
			}
		);
	});
}
