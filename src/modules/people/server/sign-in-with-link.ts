import { and, eq, gt, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { startSession } from './internal/start-session.ts';
import { recordEvent } from './record-event.ts';
import { people, signInLinks } from './tables.ts';

export type SignedIn = { token: string; returnTo: string; nameless: boolean };

const spent = () => new Refusal(410, 'link-spent', { message: 'Dieser Link gilt nicht mehr. Bitte einen neuen schicken lassen.' });

/**
 * Uses up a link and opens a session; whoever comes for the first time gets their account by it.
 * Of two at the same moment one wins. Throws 410 when the link was used, is too old or never existed.
 */
export async function signInWithLink(ctx: Ctx, { link, device }: { link: string; device: string }): Promise<SignedIn> {
	return ctx.db.transaction(async (db) => {
		const [used] = await db
			.update(signInLinks)
			.set({ usedAt: ctx.now })
			.where(and(eq(signInLinks.hash, hashToken(link)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, ctx.now)))
			.returning({ email: signInLinks.email, returnTo: signInLinks.returnTo });
		if (!used) throw spent();
		const fresh = { id: newId(), name: '', email: used.email, emailVerified: true, createdAt: ctx.now, updatedAt: ctx.now };
		const [person] = await db
			.insert(people)
			.values(fresh)
			.onConflictDoUpdate({ target: people.email, set: { emailVerified: true } })
			.returning({ id: people.id, name: people.name });
		if (!person) throw spent();
		if (person.id === fresh.id) await recordEvent({ ...ctx, db }, 'person.joined', { subjectId: person.id });
		const token = await startSession({ ...ctx, db }, { personId: person.id, device, way: 'mail' });
		return { token, returnTo: used.returnTo, nameless: person.name === '' };
	});
}
