import { eq } from 'drizzle-orm';
import type { Env } from '#lib/server/env.ts';
import { newId } from '#lib/server/id.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { linkMinutes } from '../mail.ts';
import { renderSignInMail } from '../ui/mail/render-mail.ts';
import { deliver } from './internal/deliver.ts';
import { mails, signInLinks } from './tables.ts';

type Wish = { email: string; returnTo: string; askedAt: string };

/**
 * The job `sign-in-mail`: makes the link and sends it at once, so that the token is nowhere but in the mail.
 * A try that fails leaves no link behind; after a quarter of an hour nobody waits for the mail any more.
 */
export async function deliverSignInLink(ctx: Ctx, { email, returnTo, askedAt }: Wish, env: Env): Promise<void> {
	if (ctx.now.getTime() - Date.parse(askedAt) > linkMinutes * 60_000) return;
	const token = newToken();
	const id = newId();
	const expiresAt = new Date(ctx.now.getTime() + linkMinutes * 60_000);
	await ctx.db.insert(signInLinks).values({ id, email, hash: hashToken(token), returnTo, createdAt: ctx.now, expiresAt });
	await ctx.db.insert(mails).values({ id, email, template: 'sign-in', createdAt: ctx.now });
	const link = `${env.baseUrl}/anmelden/link?schluessel=${token}`;
	try {
		await deliver(ctx, { id, env, message: renderSignInMail({ to: email, link, baseUrl: env.baseUrl }), isBulk: false });
	} catch (error) {
		await ctx.db.delete(signInLinks).where(eq(signInLinks.id, id));
		throw error;
	}
}
