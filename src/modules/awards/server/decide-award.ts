import { createHash } from 'node:crypto';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import type { Store } from '#lib/server/store.ts';
import { notFound, refused } from '#lib/refusal.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import {
	isToDecideAnew,
	standstillFrom,
	whyNotChosen,
	whyNotNext,
	whyNotVotes,
	type Chosen,
	type NextStep,
	type Outcome,
	type Votes
} from '../award.ts';
import { mayRecordDecision } from '../policy.ts';
import { loadStand } from './check-grant.ts';
import { loadStanding } from './internal/load-standing.ts';
import { heldSeat, seatWhere, type Seat } from './internal/part-for.ts';
import { writeLetters } from './internal/write-letters.ts';
import { awardDecisions, awardPlaces, awards } from './tables.ts';

export type DecideInput = Votes &
	Chosen & { body: string; decidedOn: string; reasons: string; /** After an expression of interest. */ next?: NextStep | null };
type Upload = { name: string; bytes: Uint8Array };
export const documentFolder = 'zuschlag';

async function stored(store: Store, upload: Upload | undefined): Promise<{ key: string; hash: string }> {
	if (!upload) throw refused('no-document', 'Bitte den Beschluss als PDF anfügen.', 'document');
	const against = whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'document');
	if (kindOfUpload(upload.bytes) !== 'pdf') throw refused('no-pdf', 'Bitte den Beschluss als PDF anfügen, nicht als Bild.', 'document');
	const key = `${documentFolder}/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, hash: createHash('sha256').update(upload.bytes).digest('hex') };
}

const isInterest = ({ kind }: Pick<Seat['row'], 'kind'>): boolean => kind === 'expression_of_interest';

/** What stands against this decision in this moment. */
async function refuseWrong(
	ctx: Ctx,
	{ row }: Seat,
	input: DecideInput
): Promise<{ places: (typeof awardPlaces.$inferSelect)[]; isAnew: boolean }> {
	const [award] = await ctx.db.select().from(awards).where(eq(awards.procedureId, row.id));
	const isAnew = row.state === 'decided';
	if (isAnew ? !isToDecideAnew(await loadStand(ctx, row.id)) : row.state !== 'recommended')
		throw refused('not-from-here', 'Entschieden wird nach der Empfehlung, und noch einmal nur, wenn einem Einwand stattgegeben wurde.');
	if (input.decidedOn > dayOf(ctx.now))
		throw refused('future', 'Der Beschluss liegt in der Zukunft. Bitte den Tag der Sitzung eintragen.', 'decidedOn');
	if (award?.recommendedAt && input.decidedOn < dayOf(award.recommendedAt))
		throw refused('before', 'Der Beschluss liegt vor der Empfehlung. Bitte den Tag der Sitzung prüfen.', 'decidedOn');
	const places = await ctx.db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, row.id)).orderBy(asc(awardPlaces.rank));
	const valid = places.filter(({ outcome }) => outcome !== 'excluded');
	const not = whyNotVotes(row.decidingBody, input) ?? (isInterest(row) ? whyNotNext : whyNotChosen)(valid, input);
	if (not) throw refused(not.code, not.message, not.field);
	return { places, isAnew };
}

/** What becomes of each: the house is given to one; after an expression of interest it goes on, with one or with all. */
const outcomeOf = ({ awarded, reserves, next }: DecideInput, { conceptId, outcome }: { conceptId: string; outcome: Outcome }): Outcome => {
	if (outcome === 'excluded') return outcome;
	if (next) return next === 'procedure' || conceptId === awarded ? 'invited' : 'not_awarded';
	if (conceptId === awarded) return 'awarded';
	return reserves.includes(conceptId) ? 'reserve' : 'not_awarded';
};

async function setOutcomes(ctx: Pick<Ctx, 'db'>, procedureId: string, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
	const by = Map.groupBy(outcomes, ([, outcome]) => outcome);
	for (const outcome of ['not_awarded', 'reserve', 'awarded', 'invited'] as const) {
		const ids = (by.get(outcome) ?? []).map(([id]) => id);
		if (ids.length)
			await ctx.db
				.update(awardPlaces)
				.set({ outcome })
				.where(sql`${eq(awardPlaces.procedureId, procedureId)} and ${inArray(awardPlaces.conceptId, ids)}`);
	}
}

/** What everybody may read of it, and what stays confidential. */
function recordOf({ body, decidedOn, votesFor, votesAgainst, abstentions, ...input }: DecideInput, number: number, document: string) {
	const { awarded, reserves, deviation, reasons, next } = input;
	return {
		facts: { decision: number, body, decidedOn, votesFor, votesAgainst, abstentions, document, ...(next && { next }) },
		sealed: { awarded, reserves: [...reserves], reasons, deviation }
	};
}

/**
 * Enters what the body decided: everybody who handed in gets their letter in the same moment, and the standstill begins. Again only after an accepted
 * objection. Throws 401, 404, 409, 422.
 */
export async function decideAward(
	ctx: Ctx,
	{ id, store, upload, input: typed }: { id: string; store: Store; upload: Upload | undefined; input: DecideInput }
): Promise<void> {
	const seen = await seatWhere(ctx, id, mayRecordDecision);
	const input = isInterest(seen.row) ? { ...typed, reserves: [], deviation: '' } : { ...typed, next: null };
	await refuseWrong(ctx, seen, input);
	const { key, hash } = await stored(store, upload);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const seat = await heldSeat(inside, id, mayRecordDecision);
		const { places, isAnew } = await refuseWrong(inside, seat, input);
		const number = (await db.$count(awardDecisions, eq(awardDecisions.procedureId, id))) + 1;
		const { call, evaluation } = await loadStanding(inside, seat.row);
		const record = recordOf(input, number, hash);
		if (isAnew) await appendEntry(inside, { recordId: id, kind: 'award.decided_anew', ...record });
		else await moveProcedure(inside, { id, move: 'decide', ...record });
		const outcomes = new Map(places.map((place) => [place.conceptId, outcomeOf(input, place)]));
		await setOutcomes(inside, id, outcomes);
		const { body, decidedOn, reasons, deviation, votesFor, votesAgainst, abstentions } = input;
		const said = { body, decidedOn, reasons, deviation, votesFor, votesAgainst, abstentions, documentKey: key };
		const next = input.next ?? null;
		const by = ctx.actor?.id ?? null;
		const standstillUntil = isInterest(seat.row) ? null : standstillFrom(ctx.now);
		const [held] = await db
			.update(awards)
			.set({ ...said, next, decidedBy: by, decidedAt: ctx.now, standstillUntil, version: sql`${awards.version} + 1` })
			.where(eq(awards.procedureId, id))
			.returning({ id: awards.procedureId });
		if (!held) throw notFound();
		await db.insert(awardDecisions).values({
			...{ procedureId: id, number, ...said, documentHash: hash, decidedBy: by, at: ctx.now },
			places: places.map(({ conceptId, rank }) => ({ conceptId, rank, outcome: outcomes.get(conceptId) ?? 'not_awarded' }))
		});
		const decision = { body, decidedOn, reasons, deviation };
		await writeLetters(inside, seat, {
			...{ number, decision, next, noneBecause: null, standstillUntil, openness: call.frozen.openness, items: evaluation.items }
		});
	});
}
