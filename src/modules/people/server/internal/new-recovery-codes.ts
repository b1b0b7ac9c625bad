import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '../../actor.ts';
import { plainCode, recoveryCodeCount } from '../../second-factor.ts';
import { recoveryCodes } from '../tables.ts';

/** No letters that look like digits. Sixteen of 31 are 79 random bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/** Makes new codes and ends the old ones. They are shown once: only their hashes are kept. */
export async function newRecoveryCodes(ctx: Pick<Ctx, 'db' | 'now'>, personId: string): Promise<string[]> {
	const codes = Array.from({ length: recoveryCodeCount }, () => [four(), four(), four(), four()].join('-'));
	await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await ctx.db
		.insert(recoveryCodes)
		.values(codes.map((code) => ({ id: newId(), personId, hash: hashToken(plainCode(code)), createdAt: ctx.now })));
	return codes;
}
