import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { candidates, checks, conflictDeclarations, reviews, reviewScores } from '#modules/judging/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureCalls, procedureMembers } from '#modules/procedures/server/tables.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { FileEntry, FileFacts } from '../../file.ts';
import { awardDecisions, awardLetters, awardObjections, awardPlaces, awards } from '../tables.ts';
import { loadStanding } from './load-standing.ts';
import type { Seat } from './part-for.ts';

type Db = Pick<Ctx, 'db' | 'actor'>;

/** Every entry of the record with what is confidential about it. What came in sealed stays out until the opening: even how much it is. */
export async function loadEntries({ db }: Db, recordId: string): Promise<FileEntry[]> {
	const isOpen = (await db.$count(concepts, and(eq(concepts.procedureId, recordId), isNotNull(concepts.openedAt)))) > 0;
	const shown = isOpen ? (['main', 'box'] as const) : (['main'] as const);
	const { chain, seq, at, kind, facts, hash } = recordEntries;
	const entries = await db
		.select({ chain, seq, at, kind, facts, hash })
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, recordId), inArray(chain, [...shown])))
		.orderBy(asc(at), asc(chain), asc(seq));
	const secrets = await db
		.select({ chain: recordSecrets.chain, seq: recordSecrets.seq, name: recordSecrets.name, value: recordSecrets.value })
		.from(recordSecrets)
		.where(and(eq(recordSecrets.recordId, recordId), inArray(recordSecrets.chain, [...shown])))
		.orderBy(asc(recordSecrets.seq), asc(recordSecrets.name));
	const of = Map.groupBy(secrets, (one) => `${one.chain} ${one.seq}`);
	return entries.map((entry) => ({ ...entry, secrets: of.get(`${entry.chain} ${entry.seq}`) ?? [] }));
}

async function loadJudging({ db }: Db, id: string) {
	return {
		checks: await db
			.select({
				...{ conceptId: checks.conceptId, conditionId: checks.conditionId, isMet: checks.isMet, note: checks.note },
				...{ by: people.name, at: checks.at }
			})
			.from(checks)
			.innerJoin(candidates, and(eq(candidates.conceptId, checks.conceptId), eq(candidates.procedureId, id)))
			.leftJoin(people, eq(people.id, checks.byPersonId))
			.orderBy(asc(checks.at)),
		declarations: await db
			.select()
			.from(conflictDeclarations)
			.where(eq(conflictDeclarations.procedureId, id))
			.orderBy(asc(conflictDeclarations.at), asc(conflictDeclarations.id)),
		reviews: await db
			.select()
			.from(reviews)
			.innerJoin(concepts, eq(concepts.id, reviews.conceptId))
			.where(eq(reviews.procedureId, id))
			.orderBy(asc(concepts.number), asc(reviews.memberId))
			.then((rows) => rows.map((row) => row.reviews)),
		scores: await db
			.select({
				...{ conceptId: reviews.conceptId, memberId: reviews.memberId, leafId: reviewScores.leafId, points: reviewScores.points },
				...{
					reason: reviewScores.reason,
					changeReason: reviewScores.changeReason,
					at: reviewScores.at,
					supersededAt: reviewScores.supersededAt
				}
			})
			.from(reviewScores)
			.innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
			.where(eq(reviews.procedureId, id))
			.orderBy(asc(reviewScores.leafId), asc(reviews.memberId), asc(reviewScores.at))
	};
}

async function loadAward({ db }: Db, id: string) {
	const { conceptId, decision, hash, sentAt } = awardLetters;
	const [award] = await db.select().from(awards).where(eq(awards.procedureId, id));
	return {
		award: award ?? null,
		places: await db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, id)).orderBy(asc(awardPlaces.rank)),
		decisions: await db.select().from(awardDecisions).where(eq(awardDecisions.procedureId, id)).orderBy(asc(awardDecisions.number)),
		letters: await db
			.select({ conceptId, decision, hash, sentAt })
			.from(awardLetters)
			.innerJoin(conceptContents, eq(conceptContents.conceptId, conceptId))
			.where(eq(awardLetters.procedureId, id))
			.orderBy(asc(decision), asc(conceptId)),
		objections: await db.select().from(awardObjections).where(eq(awardObjections.procedureId, id)).orderBy(asc(awardObjections.number))
	};
}

/** Everything that the file is made of. The caller has asked who reads. */
export async function loadFile(ctx: Db, { row, town }: Seat): Promise<FileFacts> {
	const { call, candidates: all, evaluation, lot } = await loadStanding(ctx, row);
	return {
		...{ about: { title: row.title, number: row.number, town, state: row.state }, frozen: call.frozen, candidates: all, evaluation },
		calls: await ctx.db.select().from(procedureCalls).where(eq(procedureCalls.procedureId, row.id)).orderBy(asc(procedureCalls.version)),
		entries: await loadEntries(ctx, row.id),
		members: await ctx.db
			.select()
			.from(procedureMembers)
			.where(eq(procedureMembers.procedureId, row.id))
			.orderBy(asc(procedureMembers.createdAt), asc(procedureMembers.id)),
		...(await loadJudging(ctx, row.id)),
		...(await loadAward(ctx, row.id)),
		lot: lot && { word: lot.word, announced: lot.announced, drawnAt: lot.drawnAt }
	};
}
