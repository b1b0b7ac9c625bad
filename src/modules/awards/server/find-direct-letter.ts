import { desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isDirect } from '#modules/procedures/procedure.ts';
import { mayRecordDecision } from '../policy.ts';
import { seatWhere } from './internal/part-for.ts';
import { awardLetters } from './tables.ts';

/** The letter to the group of a direct match, for those who send it where the group has no account. Throws 401 and 404. */
export async function findDirectLetter(ctx: Ctx, id: string): Promise<Letter> {
	const { row } = await seatWhere(ctx, id, mayRecordDecision);
	const [found] = isDirect(row.kind)
		? await ctx.db
				.select({ letter: awardLetters.letter })
				.from(awardLetters)
				.where(eq(awardLetters.procedureId, id))
				.orderBy(desc(awardLetters.decision))
				.limit(1)
		: [];
	if (!found) throw notFound();
	return found.letter;
}
