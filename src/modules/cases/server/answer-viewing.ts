import type { Ctx } from '#modules/people/actor.ts';
import type { GuestState } from '#lib/guests.ts';
import { caseAsParty } from './internal/case-for.ts';
import { lockViewing, takeAnswer } from './internal/viewing-guests.ts';

type Answer = { id: string; viewingId: string; answer: 'yes' | 'no'; people?: number };

/**
 * A party comes to a viewing, or does not. When all places are taken it waits in line; a place that becomes free goes to the first who fits. The same
 * answer twice keeps the place. Throws 404, 409, 422.
 */
export async function answerViewing(ctx: Ctx, { id, viewingId, answer, people = 1 }: Answer): Promise<GuestState> {
	await caseAsParty(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, party } = await caseAsParty(inside, id);
		const viewing = await lockViewing(inside, id, viewingId);
		return takeAnswer(inside, row, { viewing, partyId: party.id, answer, people: Math.round(people) });
	});
}
