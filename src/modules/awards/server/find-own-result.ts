import { and, asc, desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { conceptContents } from '#modules/concepts/server/tables.ts';
import { whyNotObject } from '../award.ts';
import { loadStand } from './check-grant.ts';
import { ownConcept } from './internal/own-concept.ts';
import { awardLetters, awardObjections, awardPlaces } from './tables.ts';

/** The last letter to a concept for those who write at it; 404 before everybody has theirs. */
export async function findOwnLetter(
	ctx: Ctx,
	conceptId: string
): Promise<{ letter: Letter; hash: string; sentAt: Date; procedureId: string }> {
	const { procedureId } = await ownConcept(ctx, conceptId);
	const [found] = await ctx.db
		.select({ letter: awardLetters.letter, hash: awardLetters.hash, sentAt: awardLetters.sentAt })
		.from(awardLetters)
		.where(and(eq(awardLetters.procedureId, procedureId), eq(awardLetters.conceptId, conceptId)))
		.orderBy(desc(awardLetters.decision))
		.limit(1);
	if (!found) throw notFound();
	return { ...found, procedureId };
}

/** What became of a concept, for those who write at it: their letter, what they can do against it, and nothing of the others. Throws 401 and 404. */
export async function findOwnResult(ctx: Ctx, conceptId: string) {
	const about = await ownConcept(ctx, conceptId);
	const { letter, hash, sentAt, procedureId } = await findOwnLetter(ctx, conceptId);
	const [place] = await ctx.db
		.select({ outcome: awardPlaces.outcome, content: conceptContents.content })
		.from(awardPlaces)
		.innerJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
		.where(and(eq(awardPlaces.procedureId, procedureId), eq(awardPlaces.conceptId, conceptId)));
	const { id, number, state, text, raisedAt, answer, effect, answeredAt } = awardObjections;
	const objections = await ctx.db
		.select({ id, number, state, text, raisedAt, answer, effect, answeredAt })
		.from(awardObjections)
		.where(eq(awardObjections.conceptId, conceptId))
		.orderBy(asc(number));
	const stand = await loadStand(ctx, procedureId);
	const open = objections.filter((one) => one.state === 'raised').length;
	const not = whyNotObject(stand, { now: ctx.now, state: about.state, own: open });
	return {
		...{
			conceptId,
			procedure: about.procedure,
			slug: about.slug,
			state: about.state,
			title: place?.content.title ?? '',
			letter,
			hash,
			sentAt
		},
		...{ outcome: place?.outcome ?? 'not_awarded', objections, whyNotObject: not?.message ?? null, until: stand.standstillUntil }
	};
}
export type OwnResult = Awaited<ReturnType<typeof findOwnResult>>;
