import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { CalendarEntry } from '../calendar.ts';
import { viewings } from './case-tables.ts';
import { caseAsParty, caseAtDesk } from './internal/case-for.ts';

/** A viewing for a calendar, for its parties and for whoever works on the case. 404 for everybody else. */
export async function findCalendarEntry(ctx: Ctx, id: string): Promise<Omit<CalendarEntry, 'url'> & { caseId: string }> {
	if (!ctx.actor) throw unauthenticated();
	const [viewing] = isUuid(id) ? await ctx.db.select().from(viewings).where(eq(viewings.id, id)) : [];
	if (!viewing) throw notFound();
	await caseAsParty(ctx, viewing.caseId).catch((error: unknown) => {
		if (error instanceof Refusal && error.status === 404) return caseAtDesk(ctx, viewing.caseId);
		throw error;
	});
	const { title, place, note, startsAt, endsAt, state, sequence, updatedAt, caseId } = viewing;
	return { id, title, place, text: note, startsAt, endsAt, isCancelled: state === 'cancelled', sequence, stampedAt: updatedAt, caseId };
}
