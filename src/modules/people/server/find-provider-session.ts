import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { aboutSession } from './internal/start-session.ts';
import { sessions } from './tables.ts';
import { takeOut } from './vault.ts';

/** The provider at which the asking browser's session began, and the word by which it knows its own session; null for other ways in. */
export async function findProviderSession(ctx: Ctx): Promise<{ via: string; idToken: string } | null> {
	if (!ctx.session) return null;
	const [row] = await ctx.db.select({ via: sessions.via, sealed: sessions.idToken }).from(sessions).where(eq(sessions.id, ctx.session.id));
	if (!row?.via || !row.sealed) return null;
	return { via: row.via, idToken: await takeOut(ctx, { sealed: row.sealed, about: aboutSession(ctx.session.id) }) };
}
