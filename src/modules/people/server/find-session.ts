import { and, eq, gt, sql } from 'drizzle-orm';
import { hashToken } from '#lib/server/token.ts';
import type { Actor, Ctx, Entering, SessionRef } from '../actor.ts';
import { owedBy } from '../second-factor.ts';
import { seenEveryMs, sessionDays } from '../session.ts';
import { grantsInSession } from './internal/grants-as-json.ts';
import { hasFactor } from './internal/has-factor.ts';
import { people, sessions } from './tables.ts';

/** Who asks: an `actor` with their rights, or somebody `entering` who still owes the second factor and has none. */
export type Session = SessionRef & { actor: Actor | null; entering?: Entering; /** The second factor was shown. */ shown: boolean };

/** Who holds this token, with their grants, in one indexed query; `null` when it is unknown, ended or expired. */
export async function findSession(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<Session | null> {
	const [row] = await ctx.db
		.select({
			id: sessions.id,
			createdAt: sessions.createdAt,
			lastSeenAt: sessions.lastSeenAt,
			secondFactorAt: sessions.secondFactorAt,
			via: sessions.via,
			hasFactor,
			person: { id: people.id, name: people.name, email: people.email, grants: grantsInSession }
		})
		.from(sessions)
		.innerJoin(people, eq(people.id, sessions.personId))
		.where(and(eq(sessions.token, hashToken(token)), gt(sessions.expiresAt, ctx.now)));
	if (!row) return null;
	if (ctx.now.getTime() - row.lastSeenAt.getTime() > seenEveryMs) await seen(ctx, row);
	const { person, secondFactorAt } = row;
	const session = { id: row.id, provenAt: secondFactorAt ?? row.createdAt, via: row.via, shown: secondFactorAt !== null };
	const owes = owedBy({ grants: person.grants, hasFactor: row.hasFactor, shown: secondFactorAt !== null });
	if (!owes) return { ...session, actor: person };
	return { ...session, actor: null, entering: { id: person.id, name: person.name, email: person.email, owes } };
}

/** Whoever is seen stays in, but for sessions through a provider: they end when they said, so that its groups are asked anew. */
async function seen(ctx: Pick<Ctx, 'db' | 'now'>, { id, via }: { id: string; via: string | null }): Promise<void> {
	const expires = new Date(ctx.now.getTime() + (via ? 0 : sessionDays * 86_400_000)).toISOString();
	await ctx.db
		.update(sessions)
		.set({ lastSeenAt: ctx.now, expiresAt: sql`greatest(${sessions.expiresAt}, ${expires}::timestamptz)` })
		.where(eq(sessions.id, id));
}
