import { eq } from 'drizzle-orm';
import type { Answer } from '#modules/admission/application-form.ts';
import type { ApplicationState, MeetingKind } from '#modules/admission/vocabulary.ts';
import { beginApplication } from '#modules/admission/server/begin-application.ts';
import { castVote } from '#modules/admission/server/cast-vote.ts';
import { findApplication } from '#modules/admission/server/find-application.ts';
import { proposeAppointment } from '#modules/admission/server/propose-appointment.ts';
import { recordMeeting } from '#modules/admission/server/record-meeting.ts';
import { saveSection } from '#modules/admission/server/save-section.ts';
import { stepApplication } from '#modules/admission/server/step-application.ts';
import { submitApplication } from '#modules/admission/server/submit-application.ts';
import { applicationMeetings } from '#modules/admission/server/tables.ts';
import type { NetworkInput } from '#modules/networks/forms.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { saveRole } from '#modules/networks/server/save-role.ts';
import type { Stage } from './access/access.ts';
import { cast } from './cast.ts';
import { plantNetwork } from './networks.ts';

export type PlantedApplication = { id: string; slug: string; networkId: string; organisationId: string; founders: string[] };
type At = Pick<PlantedApplication, 'id' | 'slug'>;

/** Something of everything, so that an application is complete. */
const answers: Record<string, (criterion: string) => Answer> = {
	question: () => ({ text: 'Wir geben Häuser an Menschen, die dem Ort etwas zurückgeben.', houses: [] }),
	criteria: (id) => ({ [id]: { status: 'partly', note: 'auf dem Weg' } }),
	time: () => ({ minutesPerWeek: 120, who: 'Stadtplanung' }),
	contact: () => ({ name: 'Ines Krüger', function: 'Stadtplanung', email: 'ines.krueger@angermuende.example', phone: '03331 1' })
};

/** The network of the stage with a question, a condition and two founders: Friedrich with his account, Birgit Amann without one. */
export async function plantAdmission(stage: Stage, over: Partial<NetworkInput> = {}) {
	const planted = await plantNetwork(stage, over);
	const ctx = stage.as('oskar');
	const { slug } = planted;
	await savePart(ctx, { slug, kind: 'question', data: { title: 'Welche Häuser?', theme: 'projects', required: true }, isReleased: false });
	await savePart(ctx, { slug, kind: 'condition', data: { title: 'Zeit', text: 'Zwei Stunden.', check: 'time' }, isReleased: false });
	const founder = (name: string, email?: string) => saveRole(ctx, { slug, input: { role: 'founder', name, email, isReleased: false } });
	return { ...planted, founders: [await founder(cast.friedrich.name, cast.friedrich.email), await founder('Birgit Amann')] };
}

export async function fillApplication({ as }: Stage, id: string): Promise<void> {
	const { sections, criteria } = await findApplication(as('ines'), id);
	for (const { key, kind, version } of sections) {
		const answer = answers[kind]?.(criteria[0]?.id ?? '') ?? null;
		await saveSection(as('ines'), { id, key, answer, version });
	}
}

/** Puts a conversation into the file, as if it had been today. */
export const hold = ({ as }: Stage, at: At, kind: MeetingKind) =>
	recordMeeting(as('oskar'), {
		...at,
		input: {
			kind,
			heldOn: '2026-11-22',
			participants: 'Ines Krüger',
			sharedNote: 'Gut gesprochen.',
			internalNote: 'Sehr offen.',
			version: 0
		}
	});

const vote = (stage: Stage, at: At, roleId: string) =>
	castVote(stage.as('oskar'), { ...at, input: { roleId, choice: 'yes', reason: 'passt zu uns' } });

/** The steps in their order; each leads to the state it stands under. */
const steps: [ApplicationState, (stage: Stage, planted: PlantedApplication) => Promise<unknown>][] = [
	['submitted', async (stage, { id }) => (await fillApplication(stage, id), submitApplication(stage.as('ines'), id))],
	['completeness_check', ({ as }, at) => stepApplication(as('oskar'), { ...at, transition: 'check' })],
	['interview_scheduling', ({ as }, at) => stepApplication(as('oskar'), { ...at, transition: 'invite' })],
	[
		'interview_done',
		async (stage, at) => (await hold(stage, at, 'interview'), stepApplication(stage.as('oskar'), { ...at, transition: 'interviewed' }))
	],
	['founders_meeting', ({ as }, at) => stepApplication(as('oskar'), { ...at, transition: 'meet' })],
	[
		'decision_pending',
		async (stage, at) => (await hold(stage, at, 'founders'), stepApplication(stage.as('oskar'), { ...at, transition: 'met' }))
	],
	[
		'fee_pending',
		async (stage, planted) => {
			await castVote(stage.as('friedrich'), { ...planted, input: { choice: 'yes', reason: 'gern' } });
			await vote(stage, planted, planted.founders[1] ?? '');
			await stepApplication(stage.as('oskar'), { ...planted, transition: 'admit', reason: 'einstimmig' });
		}
	]
];

/** Angermünde's application to the network of the stage, walked to a state of the main line. */
export async function plantApplication(
	stage: Stage,
	state: ApplicationState = 'draft',
	over: Partial<NetworkInput> = {}
): Promise<PlantedApplication> {
	const { id: networkId, slug, organisationId, founders } = await plantAdmission(stage, over);
	const id = await beginApplication(stage.as('ines'), { slug, organisationId });
	const planted = { id, slug, networkId, organisationId, founders };
	if (state === 'draft') return planted;
	for (const [reached, step] of steps) {
		await step(stage, planted);
		if (reached === state) break;
	}
	return planted;
}

/** Two proposals for the interview; returns what the link of the mail would say. */
export async function plantProposal(stage: Stage, { slug, id }: At): Promise<{ meeting: string; round: string; slot: string }> {
	const slots = [new Date('2026-12-01T09:00:00Z'), new Date('2026-12-02T13:30:00Z')];
	await proposeAppointment(stage.as('oskar'), { slug, id, input: { kind: 'interview', slots, place: 'per Video' } });
	const [row] = await stage.db.select().from(applicationMeetings).where(eq(applicationMeetings.applicationId, id));
	return { meeting: row?.id ?? '', round: String(row?.round), slot: row?.slots[0] ?? '' };
}
