import type { Ctx } from '#modules/people/actor.ts';
import { publicKey } from './internal/signing-key.ts';

/** The key with which everybody verifies what this installation signs: 32 bytes in base64url. */
export const loadPublicKey = (ctx: Pick<Ctx, 'db'>): Promise<string> => publicKey(ctx);
