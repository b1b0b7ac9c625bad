import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { apiKeys } from './tables.ts';

export type ApiKey = { id: string; label: string; scopes: string[]; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null };

/** The keys of the person who asks, the newest first; the keys themselves are not known any more. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
	if (!ctx.actor) return [];
	const { id, label, scopes, createdAt, lastUsedAt, revokedAt } = apiKeys;
	return ctx.db
		.select({ id, label, scopes, createdAt, lastUsedAt, revokedAt })
		.from(apiKeys)
		.where(eq(apiKeys.personId, ctx.actor.id))
		.orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
}
