import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { withdrawNotices } from '#modules/people/server/withdraw-notices.ts';
import { momentText } from '#lib/text/berlin.ts';
import { meetingKinds, type MeetingKind } from '../../vocabulary.ts';
import type { Loaded } from './load-application.ts';
import { contactOf, townPeople } from './tell-of-change.ts';

/** How the post of `people` knows the question for an appointment: one for each round. */
export const appointmentAsk = 'admission.appointment';
const subjectOf = ({ id, round }: Round) => `${id}-${round}`;
export const roundOf = (subjectId: string): { id: string; round: string } => ({ id: subjectId.slice(0, 36), round: subjectId.slice(37) });

type Round = { id: string; round: number };
type Proposal = Round & { kind: MeetingKind; slots: Date[]; where: string };

/** Everybody who writes for the town finds the proposals among what waits for them, and with the brief; the contact has the letter already. The first answer counts. */
export async function askForAppointment(
	ctx: Pick<Ctx, 'db' | 'now'>,
	found: Loaded,
	{ slots, kind, where, ...round }: Proposal
): Promise<void> {
	const { organisation, network } = found;
	await endAppointmentAsk(ctx, { ...round, round: round.round - 1 });
	const contact = contactOf(found)?.email.toLowerCase();
	const options = [
		...slots.map((slot) => ({ id: slot.toISOString(), text: momentText(slot) })),
		{ id: 'keiner', text: 'Keiner davon passt' }
	];
	for (const { id: personId, email, until } of await townPeople(ctx, organisation.id))
		await addNotice(ctx, {
			...{ personId, kind: appointmentAsk, subjectId: subjectOf(round), topic: 'admission', sender: network, minutes: 3 },
			ask: { kind: 'choose', several: false, options },
			dueAt: slots[0],
			onBehalfOf: { organisationId: organisation.id, until: until ? new Date(until) : null },
			isTold: email.toLowerCase() === contact,
			data: { title: `${meetingKinds[kind]}: Welcher Termin passt?`, text: where, href: `/konto/aufnahme/${found.application.id}` }
		});
}

/** Nobody needs to answer this round any more. */
export const endAppointmentAsk = (ctx: Pick<Ctx, 'db' | 'now'>, round: Round): Promise<number> =>
	withdrawNotices(ctx, { kind: appointmentAsk, subjectId: subjectOf(round) });
