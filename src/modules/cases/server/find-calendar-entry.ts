import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { CalendarEntry } from '#lib/ics.ts';
import { viewings } from './case-tables.ts';
import { caseAsParty, caseAtDesk } from './internal/case-for.ts';
import { findPublicViewing } from './list-public-viewings.ts';

const entryOf = ({ id, title, place, note, startsAt, endsAt, state, sequence, updatedAt }: typeof viewings.$inferSelect) => ({
	...{ id, title, place, text: note, startsAt, endsAt, isCancelled: state === 'cancelled', sequence, stampedAt: updatedAt }
});

/** A viewing for a calendar, for its parties and for whoever works on the case. 404 for everybody else. */
export async function findCalendarEntry(ctx: Ctx, id: string): Promise<Omit<CalendarEntry, 'url'> & { caseId: string }> {
	if (!ctx.actor) throw unauthenticated();
	const [viewing] = isUuid(id) ? await ctx.db.select().from(viewings).where(eq(viewings.id, id)) : [];
	if (!viewing) throw notFound();
	await caseAsParty(ctx, viewing.caseId).catch((error: unknown) => {
		if (error instanceof Refusal && error.status === 404) return caseAtDesk(ctx, viewing.caseId);
		throw error;
	});
	return { ...entryOf(viewing), caseId: viewing.caseId };
}

/** The same for whoever may read its page: everybody where it is public, parties where it is not. Throws 404. */
export async function findPublicCalendarEntry(ctx: Ctx, id: string): Promise<Omit<CalendarEntry, 'url'>> {
	await findPublicViewing(ctx, id);
	const [viewing] = await ctx.db.select().from(viewings).where(eq(viewings.id, id));
	if (!viewing) throw notFound();
	return entryOf(viewing);
}
