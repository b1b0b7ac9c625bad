import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import type { Ctx } from '../../actor.ts';
import { providerSessionHours, sessionDays } from '../../session.ts';
import type { WayIn } from '../../way-in.ts';
import { sessions, signIns } from '../tables.ts';
import { lockAway } from '../vault.ts';

/** How it began at an identity provider. */
export type FromProvider = { via: string; identityId: string; sid: string | null; idToken: string };
type NewSession = { personId: string; device: string; way: WayIn; shown?: boolean; from?: FromProvider };

export const aboutSession = (id: string): string => `id token of session ${id}`;

/** Opens a session for somebody who has shown who they are, and returns its token for the cookie. `shown`: the second factor was part of it. */
export async function startSession(ctx: Ctx, { personId, device, way, shown = false, from }: NewSession): Promise<string> {
	const [id, token] = [newId(), newToken()];
	const hours = from ? providerSessionHours : sessionDays * 24;
	const expiresAt = new Date(ctx.now.getTime() + hours * 3_600_000);
	const opened = { createdAt: ctx.now, lastSeenAt: ctx.now, secondFactorAt: shown ? ctx.now : null };
	const sealed = from && { ...from, idToken: await lockAway(ctx, { text: from.idToken, about: aboutSession(id) }) };
	// In the browser that signs in anew the session before is over.
	if (ctx.session) await ctx.db.delete(sessions).where(and(eq(sessions.id, ctx.session.id), eq(sessions.personId, personId)));
	await ctx.db.insert(sessions).values({ id, personId, token: hashToken(token), device, expiresAt, ...opened, ...sealed });
	await ctx.db.insert(signIns).values({ id: newId(), personId, way, device, at: ctx.now });
	return token;
}
