import { and, eq, ne } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { viewingSteps, whyNotViewingStep, type ViewingStep } from '../viewing.ts';
import { viewingGuests, viewings } from './case-tables.ts';
import { caseAtDesk } from './internal/case-for.ts';
import { noteStep } from './internal/note-step.ts';
import { tellParties } from './internal/tell.ts';
import { lockViewing } from './internal/viewing-guests.ts';

type Asked = { id: string; viewingId: string; step: ViewingStep; reason?: string };

/** Calls a viewing off, with the reason that all who signed up read at once, or says that it took place. Throws 404, 409, 422. */
export async function stepViewing(ctx: Ctx, { id, viewingId, step, reason }: Asked): Promise<void> {
	await caseAtDesk(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await caseAtDesk(inside, id, { lock: true });
		const viewing = await lockViewing(inside, id, viewingId);
		const not = whyNotViewingStep({ state: viewing.state, step, startsAt: viewing.startsAt, now: ctx.now, reason });
		if (not) throw refused(not.code, not.message, not.field);
		const { to } = viewingSteps[step];
		const cancelReason = step === 'cancel' ? (reason?.trim() ?? null) : null;
		await db
			.update(viewings)
			.set({ state: to, cancelReason, sequence: viewing.sequence + 1, updatedAt: ctx.now })
			.where(eq(viewings.id, viewingId));
		const written = { caseId: id, machine: 'viewing', subjectId: viewingId, step, from: viewing.state, to } as const;
		await noteStep(inside, { ...written, reason, isShared: true });
		if (step !== 'cancel') return;
		const guests = await db
			.select({ id: viewingGuests.partyId })
			.from(viewingGuests)
			.where(and(eq(viewingGuests.viewingId, viewingId), ne(viewingGuests.state, 'declined')));
		const told = {
			kind: 'case-viewing-cancelled',
			subjectId: viewingId,
			topic: 'cancellation' as const,
			title: `Abgesagt: ${viewing.title}`
		};
		const text = `${momentText(viewing.startsAt)} findet nicht statt. ${reason?.trim()}`;
		if (guests.length) await tellParties(inside, row, { ...told, viewingId, text, partyIds: guests.map((guest) => guest.id) });
	});
}
