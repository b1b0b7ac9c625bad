import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { FeedbackInput } from '../forms.ts';
import { whyNotFeedback, whyNotTell } from '../stop.ts';
import { stopOf } from './internal/tour-for.ts';
import { tourFeedback, tourInterests } from './tables.ts';
import { viewTour, type SeenTour } from './view-tour.ts';

/** The tour as somebody takes part in it. Throws 401, 403, 404. */
async function takingPart(ctx: Ctx, viewingId: string): Promise<SeenTour & { isGuest: boolean }> {
	if (!ctx.actor) throw unauthenticated();
	const seen = await viewTour(ctx, viewingId);
	if (!seen.tour) throw notFound('Dieser Termin ist kein Leerstandsspaziergang.');
	return { ...seen, isGuest: seen.mine !== null && seen.mine.state !== 'declined' };
}

const free = ({ code, message }: { code: string; message: string }) =>
	code === 'not-signed-up' ? forbidden(message) : refused(code, message);

type Answer = { viewingId: string; stopId: string; answer: 'yes' | 'no'; text?: string };

/**
 * Who takes part says that the house at a stop interests them, or takes it back. The office of the municipality reads name, address and words.
 * Throws 401, 403, 404, 409, 429.
 */
export async function noteInterest(ctx: Ctx, { viewingId, stopId, answer, text = '' }: Answer): Promise<void> {
	const { actor } = ctx;
	const { viewing, isGuest } = await takingPart(ctx, viewingId);
	if (!actor) throw unauthenticated();
	const not = whyNotTell({ ...viewing, now: ctx.now, isGuest });
	if (not) throw free(not);
	const { propertyId } = await stopOf(ctx, viewingId, stopId);
	if (!propertyId) throw refused('no-house', 'Dieser Halt ist kein Haus.');
	await countTry(ctx, { what: 'tour interest', who: actor.id, limit: 100, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const mine = and(eq(tourInterests.stopId, stopId), eq(tourInterests.personId, actor.id));
		if (answer === 'no') {
			const [had] = await db.select().from(tourInterests).where(mine).for('update');
			if (had && had.state !== 'noted')
				throw refused('taken-up', 'Die Kommune hat Ihr Interesse schon aufgenommen. Bitte schreiben Sie ihr.');
			await db.delete(tourInterests).where(mine);
			return;
		}
		const { id: personId, name, email } = actor;
		await db
			.insert(tourInterests)
			.values({ id: newId(), stopId, personId, name: name || email, email, text, at: ctx.now })
			.onConflictDoUpdate({ target: [tourInterests.stopId, tourInterests.personId], set: { text } });
		await recordEvent(inside, 'tour.interest', { subjectId: stopId, data: { viewing: viewingId } });
	});
}

/** How it was, once per person; a second time replaces the first. The office reads it without the name. Throws 401, 403, 404, 409. */
export async function giveFeedback(ctx: Ctx, { viewingId, input }: { viewingId: string; input: FeedbackInput }): Promise<void> {
	const { actor } = ctx;
	const { viewing, isGuest } = await takingPart(ctx, viewingId);
	if (!actor) throw unauthenticated();
	const not = whyNotFeedback({ ...viewing, now: ctx.now, isGuest });
	if (not) throw free(not);
	const { rating, text = '' } = input;
	await ctx.db
		.insert(tourFeedback)
		.values({ id: newId(), viewingId, personId: actor.id, rating, text, at: ctx.now })
		.onConflictDoUpdate({ target: [tourFeedback.viewingId, tourFeedback.personId], set: { rating, text, at: ctx.now } });
}
