import { dayOf } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { sectionsOf, type Answer, type Section } from '#modules/admission/application-form.ts';
import { dueOn } from '#modules/admission/promises.ts';
import { targetOf, transitions } from '#modules/admission/transitions.ts';
import type { ApplicationState } from '#modules/admission/vocabulary.ts';
import { findCurrentForm } from '#modules/admission/server/find-current-form.ts';
import * as tables from '#modules/admission/server/tables.ts';
import { memberships, networkRoles, networks } from '#modules/networks/server/tables.ts';
import type { MembershipState } from '#modules/networks/vocabulary.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { cast } from '#testing/cast.ts';
import type { DemoAdmission, DemoMeeting } from './demo-admission.ts';
import { helleOrteAdmissions } from './helle-orte-admissions.ts';
import type { Place } from './place.ts';

const day = 86_400_000;
type Frame = { networkId: string; form: Awaited<ReturnType<typeof findCurrentForm>>; founders: Map<string, string> };

const standing: Partial<Record<ApplicationState, MembershipState>> = {
	...{ admitted: 'member', fee_pending: 'member', active: 'member' },
	...{ declined: 'interested', withdrawn: 'interested' }
};

/** The steps as changes, each with where it led. */
function changesOf({ steps, holdDays }: DemoAdmission, now: Date) {
	let state: ApplicationState = 'draft';
	let heldFrom: ApplicationState | null = null;
	return steps.map(({ transition, daysAgo, reason }) => {
		const at = new Date(now.getTime() - daysAgo * day);
		const from = state;
		const to = targetOf(transition, heldFrom);
		heldFrom = transition === 'hold' ? from : null;
		const holdUntil = transition === 'hold' ? dayOf(new Date(now.getTime() + (holdDays ?? 30) * day)) : null;
		state = to;
		const [side = 'office'] = transitions[transition].by;
		return { transition, from, to, at, side, reason: reason ?? null, heldFrom, holdUntil, dueOn: dueOn(to, dayOf(at), holdUntil) };
	});
}

function answerOf({ kind, key }: Section, told: DemoAdmission, criteria: Frame['form']['content']['criteria']): Answer | null {
	const text = told.answers[Number(key.replace('frage-', '')) - 1];
	if (kind === 'question') return text ? { text, houses: [] } : null;
	if (kind === 'time')
		return told.minutes === null ? null : { minutesPerWeek: told.minutes, who: `${told.contact.function}, mit Vertretung` };
	if (kind === 'values') return told.steps.length ? { version: 2 } : null;
	if (kind === 'contact') {
		const mail = told.contact.name
			.toLowerCase()
			.replaceAll(/[äöüß]/g, 'e')
			.replaceAll(/[^a-z]+/g, '.');
		return { ...told.contact, email: `${mail}@rathaus.example`, phone: '' };
	}
	const marks = criteria.flatMap(({ id }, i) => (told.criteria[i] ? [[id, { status: told.criteria[i], note: '' }] as const] : []));
	return marks.length ? Object.fromEntries(marks) : null;
}

async function placeMeeting(
	{ db, now }: Place,
	applicationId: string,
	{ kind, told }: { kind: 'interview' | 'founders'; told: DemoAdmission }
) {
	const held: DemoMeeting | undefined = told[kind];
	const isAsked = told.proposals && !held && (kind === 'interview') === (told.interview === undefined);
	if (!held && !isAsked) return;
	const proposals = isAsked ? told.proposals : undefined;
	const slots = (proposals?.inDays ?? []).map((days, i) => {
		const morning = new Date(now.getTime() + days * day);
		morning.setUTCHours(9 + i * 2, 0, 0, 0);
		return morning.toISOString();
	});
	const heldOn = held ? dayOf(new Date(now.getTime() - held.daysAgo * day)) : null;
	await db.insert(tables.applicationMeetings).values({
		...{ id: newId(), applicationId, kind, state: held ? 'held' : 'proposed', round: slots.length ? 1 : 0, slots },
		...{ place: proposals?.place ?? null, heldOn, participants: held?.with ?? null, updatedAt: now, updatedBy: cast.oskar.id },
		...{ sharedNote: held?.shared ?? null, internalNote: held?.internal ?? null }
	});
}

async function placeRest(place: Place, { founders, form }: Frame, at: { applicationId: string; told: DemoAdmission }): Promise<void> {
	const { db, now } = place;
	const { applicationId, told } = at;
	for (const kind of ['interview', 'founders'] as const) await placeMeeting(place, applicationId, { kind, told });
	const last = told.steps.at(-1)?.daysAgo ?? 0;
	for (const { name, choice, reason } of told.votes ?? [])
		await db.insert(tables.applicationVotes).values({
			...{
				id: newId(),
				applicationId,
				roleId: founders.get(name) ?? null,
				voterName: name,
				reason,
				at: new Date(now.getTime() - last * day)
			},
			...(choice === 'recused' ? { choice: null, isRecused: true } : { choice }),
			enteredBy: cast.oskar.id
		});
	if (told.feePaid)
		await db.insert(tables.applicationPayments).values({
			...{ id: newId(), applicationId, amountCents: 10_000, receivedOn: dayOf(new Date(now.getTime() - last * day)) },
			...{ recordedBy: cast.oskar.id, at: now }
		});
	const sections = sectionsOf(form.content, true).flatMap((section) => {
		const answer = answerOf(section, told, form.content.criteria);
		const savedAt = new Date(now.getTime() - Math.max(told.begunDaysAgo - 2, told.steps[0]?.daysAgo ?? 0) * day);
		return answer ? [{ applicationId, key: section.key, answer, version: 1, savedAt, savedBy: null }] : [];
	});
	if (sections.length) await db.insert(tables.applicationSections).values(sections);
}

async function placeMembership(
	{ db, now }: Place,
	{ networkId, organisationId, state }: { networkId: string; organisationId: string; state: MembershipState }
) {
	const stamp = { createdAt: now, updatedAt: now };
	const joinedOn = state === 'member' ? dayOf(now) : null;
	const row = { id: newId(), networkId, organisationId, state, joinedOn, valuesVersion: 2, valuesConfirmedAt: now, ...stamp };
	await db.insert(memberships).values(row).onConflictDoNothing();
}

async function placeAdmission(place: Place, frame: Frame, told: DemoAdmission): Promise<void> {
	const { db, now } = place;
	const { networkId, form } = frame;
	const organisationId = await ensureMunicipalityOrganisation(place, told.ags);
	const changes = changesOf(told, now);
	const last = changes.at(-1);
	const [id, createdAt] = [newId(), new Date(now.getTime() - told.begunDaysAgo * day)];
	const decision = changes.find(({ transition }) => transition === 'admit' || transition === 'decline');
	await db.insert(tables.applications).values({
		...{ id, networkId, organisationId, formId: form.id, state: last?.to ?? 'draft', createdAt },
		...{ heldFrom: last?.heldFrom ?? null, holdUntil: last?.holdUntil ?? null, dueOn: last?.dueOn ?? null },
		...{ feeCents: decision?.transition === 'admit' ? 10_000 : 0, submittedAt: changes[0]?.at ?? null },
		...{ decidedAt: decision?.at ?? null, decidedBy: decision ? cast.oskar.id : null },
		...{ stateSince: last?.at ?? createdAt, updatedAt: last?.at ?? createdAt }
	});
	const written = changes.map(({ heldFrom: _h, holdUntil: _u, ...change }) => ({
		...{ id: newId(), applicationId: id, ...change },
		byPersonId: change.side === 'office' ? cast.oskar.id : null
	}));
	if (written.length) await db.insert(tables.applicationChanges).values(written);
	await placeRest(place, frame, { applicationId: id, told });
	if (last) await placeMembership(place, { networkId, organisationId, state: standing[last.to] ?? 'applicant' });
}

/** Applications to Helle Orte in every state, with conversations, votes and reasons. After the networks are there. */
export async function placeAdmissions(place: Place): Promise<void> {
	const { db } = place;
	const [network] = await db.select({ id: networks.id }).from(networks).where(eq(networks.slug, 'helle-orte'));
	if (!network) return;
	const founders = await db
		.select({ id: networkRoles.id, name: networkRoles.name })
		.from(networkRoles)
		.where(and(eq(networkRoles.networkId, network.id), eq(networkRoles.role, 'founder')));
	const form = await findCurrentForm(place, network.id);
	const frame = { networkId: network.id, form, founders: new Map(founders.map(({ id, name }) => [name, id])) };
	for (const told of helleOrteAdmissions) await placeAdmission(place, frame, told);
}
