import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { placeFor, whyNotAnswer, type GuestState } from '../viewing.ts';
import { viewingGuests } from './case-tables.ts';
import { caseAsParty } from './internal/case-for.ts';
import { lockViewing, moveUp, takenPlaces } from './internal/viewing-guests.ts';

type Answer = { id: string; viewingId: string; answer: 'yes' | 'no'; people?: number };

/**
 * A party comes to a viewing, or does not. When all places are taken it waits in line; a place that becomes free goes to the first who fits. The same
 * answer twice keeps the place. Throws 404, 409, 422.
 */
export async function answerViewing(ctx: Ctx, { id, viewingId, answer, people: asked = 1 }: Answer): Promise<GuestState> {
	await caseAsParty(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, party } = await caseAsParty(inside, id);
		const viewing = await lockViewing(inside, id, viewingId);
		const people = Math.round(asked);
		const { capacity, startsAt } = viewing;
		const mine = and(eq(viewingGuests.viewingId, viewingId), eq(viewingGuests.partyId, party.id));
		const [had] = await db.select().from(viewingGuests).where(mine);
		const taken = (await takenPlaces(inside, viewingId)) - (had?.state === 'coming' ? had.people : 0);
		const not = whyNotAnswer({ viewing: viewing.state, startsAt, now: ctx.now, capacity, taken, people });
		if (not) throw refused(not.code, not.message, answer === 'yes' ? not.field : undefined);
		const isSame = had?.state !== 'declined' && had?.people === people;
		const state = answer === 'no' ? 'declined' : isSame ? had.state : placeFor({ capacity, taken, people });
		const at = isSame && answer === 'yes' ? sql`${viewingGuests.at}` : ctx.now;
		await db
			.insert(viewingGuests)
			.values({ id: newId(), viewingId, partyId: party.id, people, state, at: ctx.now })
			.onConflictDoUpdate({ target: [viewingGuests.viewingId, viewingGuests.partyId], set: { state, people, at } });
		await moveUp(inside, row, viewing);
		return state;
	});
}
