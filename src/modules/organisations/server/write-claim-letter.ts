import { randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { codeDays, codeLetters, printedCode } from '../claim.ts';
import { mayDecideClaims } from '../policy.ts';
import { findClaim } from './find-claim.ts';
import { hashCode } from './internal/hash-code.ts';
import { tell } from './internal/tell.ts';
import { claims } from './tables.ts';

/** A fresh one-time code for the letter to the town hall, shown this once; an older one stops working. The office prints and posts it. */
export async function writeClaimLetter(ctx: Ctx, id: string): Promise<{ code: string; until: Date }> {
	if (!mayDecideClaims(ctx.actor)) throw forbidden();
	const claim = await findClaim(ctx, id);
	const code = Array.from({ length: 12 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
	const until = new Date(ctx.now.getTime() + codeDays * 86_400_000);
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db
			.update(claims)
			.set({ secretHash: await hashCode(ctx, { id, code }), secretExpiresAt: until, tries: 0 })
			.where(and(eq(claims.id, id), isNull(claims.outcome)));
		if (!rowCount) throw refused('claim-settled', 'Über diesen Anspruch ist schon entschieden.');
		await tell({ ...ctx, db }, claim.organisation.id, { kind: 'claim.letter_written', personId: claim.personId });
	});
	return { code: printedCode(code), until };
}
