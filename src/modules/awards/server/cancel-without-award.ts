import { and, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { decidingBodies } from '#modules/procedures/procedure.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { partsOf } from '../evaluation.ts';
import { mayLead } from '../policy.ts';
import { loadStanding } from './internal/load-standing.ts';
import { heldSeat } from './internal/part-for.ts';
import { writeLetters } from './internal/write-letters.ts';
import { awardDecisions, awardPlaces, awards } from './tables.ts';

/** Nobody is good enough, or nothing can be decided: called off with a reason that everybody reads, and everybody hears it by letter in the same moment. Throws 401, 404, 409, 422. */
export function cancelWithoutAward(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const seat = await heldSeat(inside, id, mayLead);
		const { row, phase } = seat;
		if (phase !== 'locked' && row.state !== 'decided')
			throw refused('not-now', 'Ohne Zuschlag endet ein Verfahren, wenn die Punkte feststehen. Vorher lässt es sich nur ganz aufheben.');
		const { call, candidates, evaluation } = await loadStanding(inside, row);
		const number = (await db.$count(awardDecisions, eq(awardDecisions.procedureId, id))) + 1;
		await moveProcedure(inside, { id, move: 'cancel', reason, facts: { withoutAward: true, decision: number } });
		const rankedOf = new Map(evaluation.ranking.map((one) => [one.id, one]));
		const places = candidates.map(({ conceptId, isValid, reason: why }) => {
			const ranked = rankedOf.get(conceptId);
			const parts = ranked ? partsOf(evaluation.items, ranked) : {};
			const outcome = isValid ? ('not_awarded' as const) : ('excluded' as const);
			return { procedureId: id, conceptId, outcome, rank: ranked?.rank ?? null, points: ranked?.points ?? null, parts, reason: why ?? '' };
		});
		if (places.length) await db.insert(awardPlaces).values(places).onConflictDoNothing();
		await db
			.update(awardPlaces)
			.set({ outcome: 'not_awarded' })
			.where(and(eq(awardPlaces.procedureId, id), inArray(awardPlaces.outcome, ['awarded', 'invited', 'reserve'])));
		const said = { body: decidingBodies[row.decidingBody], decidedOn: dayOf(ctx.now), reasons: reason.trim(), isNone: true, next: null };
		const by = { decidedBy: ctx.actor?.id ?? null };
		const award = { ...said, ...by, decidedAt: ctx.now, standstillUntil: null };
		await db
			.insert(awards)
			.values({ procedureId: id, ...award })
			.onConflictDoUpdate({ target: awards.procedureId, set: award });
		const told = places.map(({ conceptId, rank, outcome }) => ({ conceptId, rank, outcome }));
		await db.insert(awardDecisions).values({ procedureId: id, number, ...said, ...by, deviation: '', places: told, at: ctx.now });
		await writeLetters(inside, seat, {
			...{ number, decision: null, next: null, noneBecause: reason.trim(), standstillUntil: null },
			...{ openness: call.frozen.openness, items: evaluation.items }
		});
	});
}
