import { randomInt } from 'node:crypto';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../actor.ts';
import { hasAdmin } from './has-admin.ts';
import { secrets } from './tables.ts';

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/** The one-time code of the first run, for the terminal; `null` once somebody administers. A new start makes a new code, the old one no longer works. */
export async function openFirstRun(ctx: Pick<Ctx, 'db'>): Promise<string | null> {
	if (await hasAdmin(ctx)) return null;
	const code = `${four()}-${four()}-${four()}`;
	const value = hashToken(code);
	await ctx.db.insert(secrets).values({ name: 'first-run', value }).onConflictDoUpdate({ target: secrets.name, set: { value } });
	return code;
}
