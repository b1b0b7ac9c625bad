import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { identities } from './tables.ts';

export type HeldIdentity = { id: string; issuer: string; createdAt: Date; lastUsedAt: Date };

/** The identity providers through which the person who asks comes in. */
export async function listIdentities(ctx: Ctx): Promise<HeldIdentity[]> {
	if (!ctx.actor) return [];
	const { id, issuer, createdAt, lastUsedAt } = identities;
	return ctx.db
		.select({ id, issuer, createdAt, lastUsedAt })
		.from(identities)
		.where(eq(identities.personId, ctx.actor.id))
		.orderBy(asc(createdAt));
}
