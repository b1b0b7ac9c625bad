import { asc, desc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { decidingBodies, isCouncil, isDirect, kindRules, type DecidingBody } from '#modules/procedures/procedure.ts';
import { loadPartner } from '#modules/procedures/server/load-partner.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { isToDecideAnew, standstillEnd, whyNotYet } from '../award.ts';
import { isRanked, nameOf, partsOf, proposedReason } from '../evaluation.ts';
import { mayLead, mayRecordDecision, maySeeEvaluation } from '../policy.ts';
import { loadStand } from './check-grant.ts';
import { loadStanding } from './internal/load-standing.ts';
import { seatWhere, type Seat } from './internal/part-for.ts';
import { countOpenQuestions } from './propose-direct.ts';
import { awardDecisions, awardPlaces, awards } from './tables.ts';

const bodyNames: Record<DecidingBody, string> = {
	council: 'Die Stadtverordnetenversammlung',
	main_committee: 'Der Hauptausschuss',
	mayor: 'Die Bürgermeisterin',
	owner: 'Die Eigentümerin',
	jury_then_council: 'Die Stadtverordnetenversammlung'
};

/** Every decision with its paper, the newest first. */
async function decisionsOf({ db }: Pick<Ctx, 'db'>, id: string) {
	const { number, at, decidedOn, documentHash: hash, procedureId } = awardDecisions;
	return db.select({ number, at, decidedOn, hash }).from(awardDecisions).where(eq(procedureId, id)).orderBy(desc(number));
}

/** The group of a direct match, with how much is not answered; null for every other kind. */
async function directOf(ctx: Pick<Ctx, 'db'>, { id, kind }: Seat['row']) {
	if (!isDirect(kind)) return null;
	const partner = await loadPartner(ctx, id);
	return { name: partner?.name ?? '', open: await countOpenQuestions(ctx, id) };
}

/** The draft in which it goes on. */
async function nextOf({ db }: Pick<Ctx, 'db'>, id: string): Promise<string | null> {
	const [next] = await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.repeats, id));
	return next?.id ?? null;
}

/** Recommendation and decision for whoever leads and the clerk, with what can be done next. Throws 401 and 404. */
export async function findAward(ctx: Ctx, id: string) {
	const seat = await seatWhere(ctx, id, (part, phase) => maySeeEvaluation(part, phase) && mayRecordDecision(part));
	const { row, part, phase } = seat;
	const { call, candidates, evaluation } = await loadStanding(ctx, row);
	const [award] = await ctx.db.select().from(awards).where(eq(awards.procedureId, id));
	const places = await ctx.db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, id)).orderBy(asc(awardPlaces.rank));
	const placeOf = new Map(places.map((place) => [place.conceptId, place]));
	const rankedOf = new Map(evaluation.ranking.map((one) => [one.id, one]));
	const stand = await loadStand(ctx, id);
	// before that nobody has got it, and nobody has not
	const isDecided = Boolean(award?.decidedAt);
	const entries = candidates.map((one) => {
		const ranked = rankedOf.get(one.conceptId);
		const place = placeOf.get(one.conceptId);
		const proposed = ranked ? proposedReason(evaluation.items, partsOf(evaluation.items, ranked), kindRules[row.kind]) : '';
		return {
			...{ conceptId: one.conceptId, name: nameOf(one), applicant: one.applicant, isValid: one.isValid },
			...{ rank: place ? place.rank : (ranked?.rank ?? null), points: place ? place.points : (ranked?.points ?? null) },
			...{
				outcome: place && (isDecided || place.outcome === 'excluded') ? place.outcome : null,
				reason: place?.reason ?? one.reason ?? proposed
			}
		};
	});
	const direct = award ? null : await directOf(ctx, row);
	const nextId = await nextOf(ctx, id);
	return {
		...{ state: row.state, kind: row.kind, direct, nextId },
		...{ missing: evaluation.missing, isRanked: isRanked(call.frozen), openness: call.frozen.openness },
		entries: entries.sort((a, b) => (a.rank ?? 9999) - (b.rank ?? 9999)),
		...{ body: bodyNames[row.decidingBody], bodyRule: decidingBodies[row.decidingBody], needsVotes: isCouncil(row.decidingBody) },
		award: award ?? null,
		decisions: await decisionsOf(ctx, id),
		mayRecommend: mayLead(part) && phase === 'locked' && row.state !== 'recommended' && !isDirect(row.kind),
		mayPropose: mayLead(part) && phase === 'locked' && direct !== null,
		mayBeginNext: mayLead(part) && row.state === 'decided' && award?.next != null && !nextId,
		mayDecide: row.state === 'recommended' || (row.state === 'decided' && isToDecideAnew(stand)),
		mayCancel: mayLead(part) && (phase === 'locked' || row.state === 'decided'),
		isAnew: row.state === 'decided',
		end: stand.standstillUntil && standstillEnd(stand.standstillUntil, stand.objections),
		whyNotYet: row.state === 'decided' && !award?.next ? (whyNotYet(stand, ctx.now)?.message ?? null) : null
	};
}
export type FoundAward = Awaited<ReturnType<typeof findAward>>;

/** The resolution of a decision for those who read it at the desk. Throws 401 and 404. */
export async function findAwardDocument(ctx: Ctx, { id, number }: { id: string; number: string }): Promise<{ key: string }> {
	await seatWhere(ctx, id, maySeeEvaluation);
	const all = await ctx.db
		.select({ number: awardDecisions.number, key: awardDecisions.documentKey })
		.from(awardDecisions)
		.where(eq(awardDecisions.procedureId, id));
	const found = all.find((one) => String(one.number) === number);
	if (!found?.key) throw notFound();
	return { key: found.key };
}
