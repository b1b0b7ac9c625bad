import { eq } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { passwords } from './tables.ts';

/** Takes the password of the person who asks away; the link by mail is always there. */
export async function removePassword(ctx: Ctx): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db.delete(passwords).where(eq(passwords.personId, person.id));
		if (!rowCount) throw refused('no-password', 'Dieses Konto hat kein Passwort.');
		const told = {
			kind: 'password.removed',
			person,
			title: 'Das Passwort wurde entfernt',
			text: 'In Ihr Konto kommt man jetzt ohne Passwort.'
		};
		await tellOfWayIn({ ...ctx, db }, told);
	});
}
