import { dayOf } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { Refusal, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { MeetingInput } from '../forms.ts';
import { isClosed } from '../vocabulary.ts';
import { dossierFor } from './internal/application-for.ts';
import { applicationMeetings } from './tables.ts';

/**
 * What came of an interview or of the founders' meeting: the day, who was there, a note that the town reads, and one that never leaves the network.
 * A conversation on the telephone without proposals is fine too. 409 when somebody else has written meanwhile.
 */
export async function recordMeeting(ctx: Ctx, { slug, id, input }: { slug: string; id: string; input: MeetingInput }): Promise<void> {
	const { kind, version, heldOn = null, participants = null, sharedNote = null, internalNote = null } = input;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { application } = await dossierFor(inside, { slug, id }, { run: true, lock: true });
		if (isClosed(application.state)) throw refused('closed', 'Der Antrag ist abgeschlossen. Die Akte bleibt, wie sie ist.');
		if (heldOn && heldOn > dayOf(ctx.now)) throw refused('future', 'Dieser Tag liegt noch vor uns.', 'heldOn');
		const of = and(eq(applicationMeetings.applicationId, id), eq(applicationMeetings.kind, kind));
		const [before] = await db.select().from(applicationMeetings).where(of).for('update');
		if ((before?.version ?? 0) !== version)
			throw new Refusal(409, 'somebody-was-faster', {
				message:
					'Jemand war schneller: Diese Notizen hat inzwischen jemand gespeichert. Ihre stehen noch in den Feldern, die anderen darunter.'
			});
		const notes = {
			heldOn,
			participants,
			sharedNote,
			internalNote,
			version: version + 1,
			updatedBy: ctx.actor?.id ?? null,
			updatedAt: ctx.now
		};
		const state = heldOn ? ('held' as const) : before?.chosenSlot ? ('chosen' as const) : (before?.state ?? ('open' as const));
		if (before)
			await db
				.update(applicationMeetings)
				.set({ ...notes, state })
				.where(of);
		else await db.insert(applicationMeetings).values({ id: newId(), applicationId: id, kind, state, ...notes });
		await recordEvent(inside, 'application.meeting_recorded', { subjectId: id, data: { kind, heldOn } });
	});
}
