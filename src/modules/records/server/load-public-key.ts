import { asc } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { changeFormat, keyAt, spansOf, type KeyChange, type KeySpan } from '../key-change.ts';
import { publicKey } from './internal/signing-key.ts';
import { recordKeyChanges } from './tables.ts';

/** The key with which this installation signs today: 32 bytes in base64url. */
export const loadPublicKey = (ctx: Pick<Ctx, 'db'>): Promise<string> => publicKey(ctx);

/** Every change of the key, the oldest first: everybody may keep them. */
export async function listKeyChanges(ctx: Pick<Ctx, 'db'>): Promise<KeyChange[]> {
	const rows = await ctx.db.select().from(recordKeyChanges).orderBy(asc(recordKeyChanges.seq));
	return rows.map(({ seq, from, to, head, at, reason, hash, signature, accepted }) => ({
		...{ format: changeFormat, version: 1 as const, seq, from, to, head, at: at.toISOString(), reason, hash, signature, accepted }
	}));
}

/** Every key with its time, the oldest first. */
export const loadKeys = async (ctx: Pick<Ctx, 'db'>): Promise<KeySpan[]> => spansOf(await listKeyChanges(ctx), await publicKey(ctx));

/** The key that signed what bears this moment, for a receipt. */
export const loadKeyAt = async (ctx: Pick<Ctx, 'db'>, at: string): Promise<string> => keyAt(await loadKeys(ctx), at);
