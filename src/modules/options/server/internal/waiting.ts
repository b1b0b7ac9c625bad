import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { awardPlaces } from '#modules/awards/server/tables.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { nextInLine } from '../../option.ts';
import { options } from '../tables.ts';

export type Waiting = { conceptId: string; outcome: 'awarded' | 'reserve'; rank: number | null; number: number | null; name: string };

/** Whose turn it is in a procedure that is decided, and who waits behind. The caller has asked who reads. */
export async function waitingOf(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<{ next: Waiting[]; behind: Waiting[] }> {
	const had = ctx.db.select({ id: options.conceptId }).from(options).where(eq(options.procedureId, procedureId));
	const rows = await ctx.db
		.select({
			...{ conceptId: awardPlaces.conceptId, outcome: awardPlaces.outcome, rank: awardPlaces.rank, number: concepts.number },
			name: sql<string>`coalesce(${conceptContents.content} #>> '{applicant,name}', '')`
		})
		.from(awardPlaces)
		.innerJoin(concepts, eq(concepts.id, awardPlaces.conceptId))
		.leftJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
		.where(
			and(
				eq(awardPlaces.procedureId, procedureId),
				inArray(awardPlaces.outcome, ['awarded', 'reserve']),
				notInArray(awardPlaces.conceptId, had)
			)
		)
		.orderBy(asc(awardPlaces.outcome), asc(awardPlaces.rank), asc(concepts.number));
	const waiting = rows as Waiting[];
	const next = nextInLine(waiting, new Set());
	return { next, behind: waiting.filter((one) => !next.includes(one)) };
}
