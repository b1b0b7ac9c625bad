import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import { candidates } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { priceScaleOf } from '#modules/procedures/price.ts';
import { loadFrozen, type PublishedCall } from '#modules/procedures/server/load-frozen.ts';
import { seals } from '#modules/seals/server/tables.ts';
import { evaluationOf, type Candidate, type Evaluation } from '../../evaluation.ts';
import { isSameTie } from '../../lot.ts';
import { awardLots } from '../tables.ts';
import { loadVotes } from './load-votes.ts';
import type { ProcedureRow } from './part-for.ts';

export type Lot = typeof awardLots.$inferSelect;
export type Standing = { call: PublishedCall; candidates: Candidate[]; evaluation: Evaluation; lot: Lot | null };

/** The concepts of the round in force, valid and excluded, by their number. The caller has asked who reads. */
export async function loadCandidates({ db }: Pick<Ctx, 'db'>, { id, round }: Pick<ProcedureRow, 'id' | 'round'>): Promise<Candidate[]> {
	const { content, offerCents } = conceptContents;
	return db
		.select({
			...{ conceptId: candidates.conceptId, number: concepts.number, offerCents, reason: candidates.reason },
			title: sql<string>`${content}->>'title'`,
			applicant: sql<string>`${content}->'applicant'->>'name'`,
			isValid: sql<boolean>`${candidates.state} = 'valid'`
		})
		.from(candidates)
		.innerJoin(concepts, eq(concepts.id, candidates.conceptId))
		.innerJoin(conceptContents, eq(conceptContents.conceptId, candidates.conceptId))
		.where(and(eq(candidates.procedureId, id), eq(concepts.round, round)))
		.orderBy(asc(concepts.number), asc(concepts.id));
}

/** Whether the second envelopes are open, where the price is weighed. */
async function isPriceOpen({ db }: Pick<Ctx, 'db'>, { id, round }: ProcedureRow): Promise<boolean> {
	return (
		(await db.$count(seals, and(eq(seals.subjectId, id), eq(seals.round, round), eq(seals.kind, 'offers'), isNotNull(seals.openedAt)))) > 0
	);
}

/** Where everything stands: the call in force, the concepts, the order. The caller has asked who reads. */
export async function loadStanding(ctx: Pick<Ctx, 'db' | 'actor'>, row: ProcedureRow): Promise<Standing> {
	const call = await loadFrozen(ctx, row.id);
	const all = await loadCandidates(ctx, row);
	const [lot] = await ctx.db.select().from(awardLots).where(eq(awardLots.procedureId, row.id));
	const asked = {
		...{ frozen: call.frozen, candidates: all, votes: await loadVotes(ctx, row.id) },
		isPriceOpen: priceScaleOf(call.frozen) === null || (await isPriceOpen(ctx, row))
	};
	const plain = evaluationOf({ ...asked, lots: null });
	const counts = lot?.drawn && isSameTie(lot.groups, plain.ties);
	return {
		...{ call, candidates: all, lot: lot && isSameTie(lot.groups, plain.ties) ? lot : null },
		evaluation: counts ? evaluationOf({ ...asked, lots: lot.drawn }) : plain
	};
}
