import type { Ctx } from '../actor.ts';
import { findSecret } from './find-secret.ts';
import { seal } from './internal/seal.ts';

/** `purpose` keeps a link for one thing from working for another ("renew-request"); `data` is readable by whoever holds the link. */
export type LinkContent = { purpose: string; data: Record<string, string>; days: number };

/**
 * A token for a link that does one thing without signing in, for `?schluessel=`. It works more than once until it expires, so the command behind it
 * must be harmless to repeat, and a GET must only ask.
 */
export async function signLink(ctx: Pick<Ctx, 'db' | 'now'>, { purpose, data, days }: LinkContent): Promise<string> {
	const expires = Math.floor(ctx.now.getTime() / 1000) + Math.round(days * 86_400);
	const body = Buffer.from(JSON.stringify([purpose, expires, data])).toString('base64url');
	return `${body}.${seal(body, await findSecret(ctx, 'links'))}`;
}
