import { and, eq, isNull } from 'drizzle-orm';
import { hashToken } from '#lib/server/token.ts';
import type { Actor, Ctx } from '../actor.ts';
import { needsSecondFactor } from '../second-factor.ts';
import { seenEveryMs } from '../session.ts';
import { grantsAsJson } from './internal/grants-as-json.ts';
import { apiKeys, people } from './tables.ts';

/** The person behind a bearer key, restricted to its scopes; `null` when the key is unknown or revoked. */
export async function findApiKey(ctx: Pick<Ctx, 'db' | 'now'>, key: string): Promise<Actor | null> {
	const [row] = await ctx.db
		.select({
			id: apiKeys.id,
			lastUsedAt: apiKeys.lastUsedAt,
			privileged: apiKeys.privileged,
			actor: { id: people.id, name: people.name, email: people.email, grants: grantsAsJson, scopes: apiKeys.scopes }
		})
		.from(apiKeys)
		.innerJoin(people, eq(people.id, apiKeys.personId))
		.where(and(eq(apiKeys.hash, hashToken(key)), isNull(apiKeys.revokedAt)));
	if (!row) return null;
	if (ctx.now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > seenEveryMs)
		await ctx.db.update(apiKeys).set({ lastUsedAt: ctx.now }).where(eq(apiKeys.id, row.id));
	// A key from before somebody became office or administration was made without their second factor: it stays what it was.
	return row.privileged ? row.actor : { ...row.actor, grants: row.actor.grants.filter((grant) => !needsSecondFactor([grant])) };
}
