import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { threshold } from '../seal.ts';
import { sealPasses, seals, sealShares } from './tables.ts';

/**
 * Takes the share of somebody who opens no more out of every seal that is closed. In the caller's transaction, which has asked who may. Throws 409 where
 * too few others would be left to open it: then it would stay closed for good.
 */
export async function dropShare(ctx: Pick<Ctx, 'db'>, { subjectId, personId }: { subjectId: string; personId: string }): Promise<void> {
	const closed = await ctx.db
		.select({ id: seals.id })
		.from(seals)
		.where(and(eq(seals.subjectId, subjectId), isNull(seals.openedAt)))
		.for('update');
	const ids = closed.map(({ id }) => id);
	if (!ids.length) return;
	for (const id of ids) {
		const left = and(eq(sealShares.sealId, id), isNotNull(sealShares.personId), ne(sealShares.personId, personId));
		if ((await ctx.db.$count(sealShares, left)) < threshold)
			throw refused(
				'too-few-left',
				'Dann wären zu wenige da, die öffnen können, und der Kasten bliebe für immer zu. Bitte zuerst jemand anderen zum Öffnen benennen; zwei mit Schlüssel geben dieser Person einen Teil.'
			);
	}
	await ctx.db.delete(sealShares).where(and(inArray(sealShares.sealId, ids), eq(sealShares.personId, personId)));
	const passes = or(eq(sealPasses.toPersonId, personId), eq(sealPasses.fromPersonId, personId));
	await ctx.db.delete(sealPasses).where(and(inArray(sealPasses.sealId, ids), passes));
}
