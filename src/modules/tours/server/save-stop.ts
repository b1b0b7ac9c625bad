import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ConsentInput, StopWords } from '../forms.ts';
import { consentSteps, whyNotConsentStep } from '../stop.ts';
import { lockTour, stopOf, tourAtDesk } from './internal/tour-for.ts';
import { tourStops } from './tables.ts';

/** What is said at a stop, and how long it takes. Throws 404, 409. */
export async function saveStop(ctx: Ctx, { viewingId, input }: { viewingId: string; input: StopWords }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	const { stopId, minutes, publicWords = '', guestWords = '', internalNote = '' } = input;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await lockTour(inside, viewingId);
		const stop = await stopOf(inside, viewingId, stopId);
		const stay = minutes === undefined ? stop.minutes : Math.round(minutes);
		await db.update(tourStops).set({ minutes: stay, publicWords, guestWords, internalNote }).where(eq(tourStops.id, stopId));
	});
}

/** Notes who was asked whether one may enter, when, and what they said. Throws 404, 409, 422. */
export async function stepConsent(ctx: Ctx, { viewingId, input }: { viewingId: string; input: ConsentInput }): Promise<void> {
	await tourAtDesk(ctx, viewingId);
	const { stopId, step, on } = input;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await lockTour(inside, viewingId);
		const stop = await stopOf(inside, viewingId, stopId);
		if (!stop.propertyId) throw refused('no-house', 'Hier ist niemand zu fragen: Dieser Halt ist kein Haus.');
		const whom = input.whom ?? stop.askedWhom;
		const not = whyNotConsentStep({ state: stop.consent, step, whom });
		if (not) throw refused(not.code, not.message, not.field);
		const { to, needsWhom } = consentSteps[step];
		const today = dayOf(ctx.now);
		if (on && on > today) throw refused('future', 'Dieser Tag liegt noch vor Ihnen.', 'on');
		const asked = needsWhom ? { askedWhom: whom ?? null, askedOn: on ?? today } : { askedWhom: null, askedOn: null };
		await db
			.update(tourStops)
			.set({ consent: to, ...asked })
			.where(eq(tourStops.id, stopId));
		await recordEvent(inside, 'tour.consent', { subjectId: stopId, data: { viewing: viewingId, from: stop.consent, to } });
	});
}
