import { eq } from 'drizzle-orm';
import { fillApplication, plantAdmission, plantApplication } from '#testing/admission.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import type { Actor } from '#modules/people/actor.ts';
import { findPublicNetwork } from '#modules/networks/server/find-public-network.ts';
import { saveValues } from '#modules/networks/server/save-values.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { memberships } from '#modules/networks/server/tables.ts';
import { readApplicationFilter } from '../application-filter.ts';
import { beginApplication } from './begin-application.ts';
import { castVote } from './cast-vote.ts';
import { findApplication } from './find-application.ts';
import { findDossier } from './find-dossier.ts';
import { listApplications } from './list-applications.ts';
import { recordPaidInvoice, recordPayment } from './record-payment.ts';
import { saveSection } from './save-section.ts';
import { stepApplication } from './step-application.ts';
import { submitApplication } from './submit-application.ts';
import { applicationChanges } from './tables.ts';
import { wakeApplications } from './wake-applications.ts';
import { endWithMembership, withdrawApplication } from './withdraw-application.ts';

const all = readApplicationFilter(new URLSearchParams('auswahl=all'));

test('a town walks from the draft to active membership; both machines say the same at every step', async ({ db, as }) => {
	const { id, slug, networkId } = await plantApplication({ db, as }, 'fee_pending');
	const membership = async () => (await db.select().from(memberships).where(eq(memberships.networkId, networkId)))[0];
	expect(await membership()).toMatchObject({ state: 'member', feePaidOn: null });
	expect((await findPublicNetwork(as(null), slug)).members).toMatchObject([{ name: 'Angermünde' }]);
	expect(await recordPayment(as('oskar'), { slug, id, amountCents: 10_000, receivedOn: '2026-11-21' })).toContain('aktiv');
	expect(await membership()).toMatchObject({ state: 'member', feePaidOn: '2026-11-21' });
	const { state, changes } = await findApplication(as('ines'), id);
	expect(state).toBe('active');
	const steps = await db.select().from(applicationChanges).where(eq(applicationChanges.applicationId, id)).orderBy(applicationChanges.id);
	expect(steps.map(({ transition }) => transition)).toEqual([
		'submit',
		'check',
		'invite',
		'interviewed',
		'meet',
		'met',
		'admit',
		'ask_fee',
		'pay'
	]);
	expect(changes.find(({ transition }) => transition === 'admit')).toMatchObject({ by: cast.oskar.name, reason: 'einstimmig' });
	expect(changes.find(({ transition }) => transition === 'submit')).toMatchObject({ by: cast.ines.name, side: 'town' });
});

test('without a fee the admission makes an active member at once', async ({ db, as }) => {
	const { id } = await plantApplication({ db, as }, 'fee_pending', { fee: 0 });
	expect((await findApplication(as('ines'), id)).state).toBe('active');
});

test('on hold it wakes by itself on its day, where it stood, and not before', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'interview_done');
	const hold = (holdUntil?: string) =>
		stepApplication(as('oskar'), { slug, id, transition: 'hold', reason: 'nach dem Haushalt', holdUntil });
	await expect(hold('2026-11-22')).rejects.toMatchObject({ field: 'holdUntil' });
	await hold('2027-02-01');
	expect(await findApplication(as('ines'), id)).toMatchObject({ state: 'on_hold', dueOn: '2027-02-01', heldFrom: 'interview_done' });
	expect(await wakeApplications({ ...as(null), now: new Date('2027-01-31T12:00:00Z') })).toBe(0);
	expect(await wakeApplications({ ...as(null), now: new Date('2027-02-01T03:00:00Z') })).toBe(1);
	expect(await findApplication(as('ines'), id)).toMatchObject({ state: 'interview_done', holdUntil: null });
});

test('a declined town reads the reason, stays noted, and may try again', async ({ db, as }) => {
	const { id, slug, networkId, organisationId, founders } = await plantApplication({ db, as }, 'decision_pending');
	const decide = () => stepApplication(as('oskar'), { slug, id, transition: 'decline', reason: 'Es fehlt noch die Zeit.' });
	await expect(decide()).rejects.toMatchObject({ code: 'no-quorum' });
	await castVote(as('friedrich'), { slug, id, input: { choice: 'no', reason: 'später' } });
	await castVote(as('oskar'), { slug, id, input: { roleId: founders[1], choice: 'abstain', reason: 'unsicher' } });
	await expect(stepApplication(as('oskar'), { slug, id, transition: 'admit', reason: 'trotzdem' })).rejects.toMatchObject({
		code: 'no-majority'
	});
	await decide();
	const view = await findApplication(as('ines'), id);
	expect(view).toMatchObject({ state: 'declined' });
	expect(view.changes.at(-1)?.reason).toBe('Es fehlt noch die Zeit.');
	expect(await db.select().from(memberships).where(eq(memberships.networkId, networkId))).toMatchObject([{ state: 'interested' }]);
	expect(await beginApplication(as('ines'), { slug, organisationId })).not.toBe(id);
});

test('values that changed meanwhile hold the admission back until they are confirmed', async ({ db, as }) => {
	const { id, slug, founders } = await plantApplication({ db, as }, 'decision_pending');
	await castVote(as('friedrich'), { slug, id, input: { choice: 'yes', reason: 'gern' } });
	await castVote(as('oskar'), { slug, id, input: { roleId: founders[1], choice: 'yes', reason: 'gern' } });
	await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen.' } });
	await expect(stepApplication(as('oskar'), { slug, id, transition: 'admit', reason: 'ja' })).rejects.toMatchObject({
		code: 'values-unconfirmed'
	});
	expect((await findApplication(as('ines'), id)).state).toBe('decision_pending');
});

test('what is confirmed in the application is confirmed for the membership', async ({ db, as }) => {
	const planted = await plantAdmission({ db, as });
	await saveValues(as('oskar'), { slug: planted.slug, input: { text: 'Wir teilen.' } });
	const id = await beginApplication(as('ines'), planted);
	await fillApplication({ db, as }, id);
	await expect(submitApplication(as('ines'), id)).rejects.toMatchObject({ code: 'incomplete' });
	await saveSection(as('ines'), { id, key: 'werte', answer: { version: 1 }, version: 1 });
	await submitApplication(as('ines'), id);
	expect(await db.select().from(memberships)).toMatchObject([{ state: 'applicant', valuesVersion: 1 }]);
});

test('a fee that came short says what is missing, one that came twice says so and changes nothing', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	const pay = (amountCents: number) => recordPayment(as('oskar'), { slug, id, amountCents, receivedOn: '2026-11-20' });
	expect(await pay(6_000)).toContain('Es fehlen noch 40\u00a0€');
	expect((await findApplication(as('ines'), id)).state).toBe('fee_pending');
	expect(await pay(4_500)).toContain('5\u00a0€ sind zu viel');
	await expect(pay(10_000)).rejects.toMatchObject({ code: 'paid-already', message: expect.stringContaining('zurückgezahlt') });
	expect(await findApplication(as('ines'), id)).toMatchObject({ state: 'active', paidCents: 10_500 });
});

test('a paid invoice that is told twice is paid once, and is no error after the office was faster', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	const invoice = { id, amountCents: 10_000, receivedOn: '2026-11-20', reference: 'RE-1' };
	expect(await recordPaidInvoice(as(null), { ...invoice, amountCents: 4_000 })).toContain('60');
	expect(await recordPaidInvoice(as(null), invoice)).toBeNull();
	await recordPayment(as('oskar'), { slug, id, amountCents: 6_000, receivedOn: '2026-11-20' });
	expect(await recordPaidInvoice(as(null), { ...invoice, reference: 'RE-2' })).toBeNull();
});

test('leaving before the fee came ends the application too', async ({ db, as }) => {
	const { id, slug, networkId, organisationId } = await plantApplication({ db, as }, 'fee_pending');
	await stepMembership(as('ines'), { slug, organisationId, step: 'leave', reason: 'Der Rat will nicht.' });
	await endWithMembership(as(null), { network: networkId, organisation: organisationId, to: 'left' });
	expect(await findApplication(as('ines'), id)).toMatchObject({ state: 'withdrawn' });
});

test('withdrawing takes the membership along, before and after the admission', async ({ db, as }) => {
	const { id, networkId } = await plantApplication({ db, as }, 'submitted');
	await withdrawApplication(as('ines'), { id, reason: 'Der Rat will noch warten.' });
	const state = async () => (await db.select().from(memberships).where(eq(memberships.networkId, networkId)))[0]?.state;
	expect(await state()).toBe('interested');
	await expect(withdrawApplication(as('ines'), { id })).rejects.toMatchObject({ code: 'not-from-here' });
});

test('votes: own once, for others only without account, hidden until one’s own, and never for the recused', async ({ db, as }) => {
	const { id, slug, founders } = await plantApplication({ db, as }, 'decision_pending');
	const [first = '', second = ''] = founders;
	const at = { slug, id };
	const vote = (who: CastName, choice: 'yes' | 'no' | 'recused', roleId?: string) =>
		castVote(as(who), { ...at, input: { roleId, choice, reason: `Grund ${choice}` } });
	await expect(vote('oskar', 'yes')).rejects.toMatchObject({ status: 403 });
	await expect(vote('oskar', 'yes', first)).rejects.toMatchObject({ status: 403, message: expect.stringContaining('stimmt selbst ab') });
	await expect(vote('friedrich', 'yes', second)).rejects.toMatchObject({ status: 403 });
	await vote('oskar', 'no', second);
	const seen = async (who: CastName) => JSON.stringify((await findDossier(as(who), at)).ballot);
	expect(await seen('friedrich')).not.toContain('Grund no');
	expect(await seen('oskar')).not.toContain('Grund no');
	await vote('friedrich', 'yes');
	for (const who of ['friedrich', 'oskar'] as const) expect(await seen(who)).toContain('Grund no');
	await expect(vote('friedrich', 'no')).rejects.toMatchObject({ code: 'voted' });
	await vote('friedrich', 'recused');
	const { ballot, internal } = await findDossier(as('friedrich'), at);
	expect(ballot).toMatchObject({ isRecused: true, isOpen: false, tally: null });
	expect(JSON.stringify([ballot.votes, internal])).not.toMatch(/Grund no|Sehr offen/);
	await expect(vote('friedrich', 'yes')).rejects.toMatchObject({ code: 'recused' });
});

test('a founder who acts for the town that applies is on the other side', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'decision_pending');
	const both: Actor = { ...cast.friedrich, seats: cast.ines.seats };
	await expect(findDossier(as(both), { slug, id })).rejects.toMatchObject({ status: 404 });
	await expect(castVote(as(both), { slug, id, input: { choice: 'yes', reason: 'für uns' } })).rejects.toMatchObject({ status: 404 });
	expect((await listApplications(as(both), slug, all)).items).toEqual([]);
});
