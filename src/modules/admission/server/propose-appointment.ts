import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { ProposalInput } from '../forms.ts';
import { momentText } from '#lib/text/berlin.ts';
import { meetingKinds, type ApplicationState, type MeetingKind } from '../vocabulary.ts';
import { askForAppointment } from './internal/ask-for-appointment.ts';
import { dossierFor } from './internal/application-for.ts';
import type { Loaded } from './internal/load-application.ts';
import { contactOf } from './internal/tell-of-change.ts';
import { applicationMeetings } from './tables.ts';

/** In which state each of the two is found and held. */
export const meetingTimes: Record<MeetingKind, ApplicationState> = { interview: 'interview_scheduling', founders: 'founders_meeting' };

const daysToChoose = 14;

function whyNotPropose({ application }: Loaded, { kind, slots, place, link }: ProposalInput, now: Date) {
	if (application.state !== meetingTimes[kind])
		return refused('not-now', `Termine für „${meetingKinds[kind]}“ werden an dieser Stelle des Weges nicht gesucht.`);
	if (!slots.length) return refused('no-slots', 'Bitte mindestens einen Termin vorschlagen.', 'slot1');
	if (slots.some((slot) => slot <= now)) return refused('past', 'Mindestens ein Vorschlag liegt in der Vergangenheit.', 'slot1');
	if (!place && !link) return refused('no-place', 'Bitte einen Ort oder einen Link für das Gespräch angeben.', 'place');
	return null;
}

type Mailed = { id: string; round: number; input: ProposalInput; slots: Date[] };

async function mailProposals(ctx: Ctx, found: Loaded, { id, round, input, slots }: Mailed): Promise<void> {
	const contact = contactOf(found);
	if (!contact) throw refused('no-contact', 'Im Antrag steht keine Ansprechperson mit E-Mail. Bitte zuerst nachfragen.');
	const { network, organisation } = found;
	await addMail(ctx, {
		to: contact.email,
		template: 'letter',
		data: {
			title: `${input.kind === 'interview' ? 'Wann sprechen wir?' : 'Wann lernen wir uns kennen?'} Vorschläge von „${network.name}“`,
			paragraphs: [
				...(input.message ? [input.message] : []),
				'Diese Termine passen uns:',
				...slots.map((slot) => momentText(slot)),
				[input.place && `Ort: ${input.place}`, input.link && `Link: ${input.link}`].filter(Boolean).join(' · '),
				'Wählen Sie mit einem Klick, ganz ohne Anmeldung. Passt keiner, sagen Sie es dort ebenfalls.'
			].filter(Boolean),
			button: {
				text: 'Termin wählen',
				href: '/netzwerke/termin',
				sign: { purpose: 'choose-appointment', data: { meeting: id, round: String(round) }, days: daysToChoose }
			},
			why: `Sie bekommen diese Mail, weil Sie im Antrag von ${organisation.name} als Ansprechperson stehen.`
		}
	});
}

/** Proposes up to four moments to the contact by mail, with a link that chooses without sign-in, and to the others of the town with their brief. A new round makes the former links old. */
export async function proposeAppointment(ctx: Ctx, { slug, id, input }: { slug: string; id: string; input: ProposalInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await dossierFor(inside, { slug, id }, { run: true, lock: true });
		const not = whyNotPropose(found, input, ctx.now);
		if (not) throw not;
		const of = and(eq(applicationMeetings.applicationId, id), eq(applicationMeetings.kind, input.kind));
		const [before] = await db.select().from(applicationMeetings).where(of).for('update');
		const slots = [...input.slots].sort((a, b) => a.getTime() - b.getTime());
		const round = (before?.round ?? 0) + 1;
		const row = {
			...{ state: 'proposed' as const, round, slots: slots.map((slot) => slot.toISOString()), version: (before?.version ?? 0) + 1 },
			...{ place: input.place ?? null, link: input.link ?? null, message: input.message ?? null },
			...{ chosenSlot: null, answerNote: null, answeredAt: null, answeredBy: null, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now }
		};
		const meetingId = before?.id ?? newId();
		if (before) await db.update(applicationMeetings).set(row).where(of);
		else await db.insert(applicationMeetings).values({ id: meetingId, applicationId: id, kind: input.kind, ...row });
		await mailProposals(inside, found, { id: meetingId, round, input, slots });
		const where = [input.message, input.place && `Ort: ${input.place}`, input.link && `Link: ${input.link}`].filter(Boolean).join('\n');
		await askForAppointment(inside, found, { id: meetingId, round, kind: input.kind, slots, where });
		await recordEvent(inside, 'application.proposed', { subjectId: id, data: { kind: input.kind, round, slots: row.slots } });
	});
}
