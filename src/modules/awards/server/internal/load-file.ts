import { and, asc, desc, eq, inArray, isNotNull, lte, or } from 'drizzle-orm';
import { candidates, checks, conflictDeclarations, reviews, reviewScores } from '#modules/judging/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureCalls, procedureMembers } from '#modules/procedures/server/tables.ts';
import { openingKind } from '#modules/records/record-file.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { FileEntry, FileFacts } from '../../file.ts';
import { awardDecisions, awardLetters, awardObjections, awardPlaces, awards } from '../tables.ts';
import { loadCandidates, loadStanding } from './load-standing.ts';
import type { Seat } from './part-for.ts';

type Db = Pick<Ctx, 'db' | 'actor'>;

/** How far the box was at its last opening; of a second stage that nobody opened, not even how much came in is told. */
async function openedLength({ db }: Db, recordId: string): Promise<number> {
	const isOpening = and(eq(recordEntries.recordId, recordId), eq(recordEntries.chain, 'main'), eq(recordEntries.kind, openingKind));
	const [last] = await db
		.select({ facts: recordEntries.facts })
		.from(recordEntries)
		.where(isOpening)
		.orderBy(desc(recordEntries.seq))
		.limit(1);
	return Number(last?.facts.boxLength ?? 0);
}

/** Every entry of the record with what is confidential about it. What came in sealed stays out until it is opened: even how much it is. */
export async function loadEntries(ctx: Db, recordId: string): Promise<FileEntry[]> {
	const { db } = ctx;
	const shown = ['main', 'box'] as const;
	const most = await openedLength(ctx, recordId);
	const { chain, seq, at, kind, facts, hash } = recordEntries;
	const entries = await db
		.select({ chain, seq, at, kind, facts, hash })
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, recordId), or(eq(chain, 'main'), and(eq(chain, 'box'), lte(seq, most)))))
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

/** The sketches of the first stage, with who was chosen. */
async function loadFirst(ctx: Db, id: string): Promise<FileFacts['first']> {
	const chosen = await ctx.db
		.select({ id: candidates.conceptId })
		.from(candidates)
		.where(and(eq(candidates.procedureId, id), isNotNull(candidates.invitedAt)));
	const all = await loadCandidates(ctx, { id, round: 1 });
	return all.map((one) => ({ ...one, isChosen: chosen.some(({ id: conceptId }) => conceptId === one.conceptId) }));
}

/** Everything that the file is made of. The caller has asked who reads. */
export async function loadFile(ctx: Db, { row, town }: Seat): Promise<FileFacts> {
	const { call, candidates: all, evaluation, lot } = await loadStanding(ctx, row);
	return {
		...{ about: { title: row.title, number: row.number, town, state: row.state }, frozen: call.frozen, candidates: all, evaluation },
		first: row.round === 2 ? await loadFirst(ctx, row.id) : [],
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
