import { TOTP, Secret } from 'otpauth';
import { newId } from '#lib/server/id.ts';
import type { Ctx, Entering, SessionRef } from '#modules/people/actor.ts';
import { sessions } from '#modules/people/server/tables.ts';

/** Gives the person who asks a session that began just now, as a browser would have it. A guest stays a guest. */
export async function withSession(ctx: Ctx): Promise<Ctx> {
	const person = ctx.actor ?? ctx.entering;
	if (!person) return ctx;
	const session: SessionRef = { id: newId(), provenAt: ctx.now };
	const row = { id: session.id, personId: person.id, token: newId(), createdAt: ctx.now, lastSeenAt: ctx.now };
	await ctx.db.insert(sessions).values({ ...row, expiresAt: new Date(ctx.now.getTime() + 86_400_000) });
	return { ...ctx, session };
}

/** The same person half-way in. */
export const entering = (ctx: Ctx, owes: Entering['owes']): Ctx => ({
	...ctx,
	actor: null,
	entering: { id: ctx.actor?.id ?? '', name: ctx.actor?.name ?? '', email: ctx.actor?.email ?? '', owes }
});

/** What an app that was given this secret shows at this moment. */
export const shownBy = (secret: string, at: Date): string =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
