import { openDb } from '#lib/server/db.ts';
import { angermuende, cast, organisationOf } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { events, mails } from '#modules/people/server/tables.ts';
import { saveDraft } from '#modules/people/server/save-draft.ts';
import { findDraft } from '#modules/people/server/find-draft.ts';
import { takeOverDraft } from '#modules/properties/server/take-over-draft.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeRights } from './change-rights.ts';
import { endSeat } from './end-seat.ts';
import { findHandover, listHandovers } from './find-handover.ts';
import { findHeldSeats } from './find-held-seats.ts';
import { foundOrganisation } from './found-organisation.ts';
import { findOrganisation } from './find-organisation.ts';
import { giveSeat } from './give-seat.ts';
import { inviteColleague } from './invite-colleague.ts';
import { listContacts } from './list-contacts.ts';
import { listHistory } from './list-history.ts';
import { listInvitations, listMembers } from './list-members.ts';
import { publishOrganisation } from './publish-organisation.ts';
import { saveContact } from './save-contact.ts';
import { saveOrganisation } from './save-organisation.ts';
import { takeOverSeat } from './take-over-seat.ts';
import { invitations } from './tables.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const town = organisationOf(angermuende);
const wish = { organisationId: town, email: cast.amira.email, function: 'project', rights: 'edit' } as const;
const linkTo = (ctx: Ctx, id: string) => signLink(ctx, { purpose: 'invitation', data: { invitation: id }, days: 14 });
const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string }) => error.code
	);

test('an invitation gives its seat once, to whoever reads that address', async ({ as, db }) => {
	const id = await inviteColleague(as('ines'), wish);
	expect((await db.select({ email: mails.email }).from(mails)).map(({ email }) => email)).toEqual([cast.amira.email]);
	expect(await codeOf(inviteColleague(as('ines'), wish))).toBe('invited-already');
	const link = await linkTo(as(null), id);
	expect(await codeOf(acceptInvitation(as('jonas'), { link }))).toBe('forbidden');
	expect(await codeOf(acceptInvitation(as('amira'), { link: `${link}x` }))).toBe('link-invalid');
	await acceptInvitation(as('amira'), { link });
	expect(await findHeldSeats(as(null), cast.amira.id)).toEqual([{ organisationId: town, rights: 'edit', ags: angermuende }]);
	expect(await codeOf(acceptInvitation(as('amira'), { link }))).toBe('invitation-used');
	const kept = JSON.stringify([await db.select().from(invitations), await db.select().from(events)]);
	expect(kept).not.toContain(cast.amira.email);
	expect(await codeOf(inviteColleague(as('ines'), wish))).toBe('member-already');
});

test('an invitation that was taken back or is too old opens nothing, and a new one can follow', async ({ as }) => {
	const id = await inviteColleague(as('ines'), wish);
	expect(await codeOf(withdrawInvitation(as('friedrich'), { id, organisationId: organisationOf('12062224') }))).toBe('not-found');
	await withdrawInvitation(as('ines'), { id, organisationId: town });
	expect(await codeOf(acceptInvitation(as('amira'), { link: await linkTo(as(null), id) }))).toBe('invitation-withdrawn');
	const second = await inviteColleague(as('ines'), wish);
	const later = { ...as('amira'), now: new Date(now.getTime() + 14 * 86_400_000) };
	expect(await codeOf(acceptInvitation(later, { link: await linkTo(later, second) }))).toBe('invitation-expired');
	expect((await listInvitations({ ...as('ines'), now: later.now }, town)).map(({ state }) => state)).toEqual(['expired']);
	await inviteColleague({ ...as('ines'), now: later.now }, wish);
});

test('two clicks on the same link at the same moment take one seat', async ({ pool }) => {
	const db = openDb(pool);
	const ctx = (who: 'ines' | 'hanna'): Ctx => ({ db, now, actor: cast[who] });
	const id = await inviteColleague(ctx('ines'), { ...wish, email: cast.hanna.email, function: 'adviser' });
	const link = await linkTo(ctx('hanna'), id);
	const tries = await Promise.all([1, 2, 3].map(() => codeOf(acceptInvitation(ctx('hanna'), { link }))));
	expect(tries.filter((outcome) => outcome === 'done')).toHaveLength(1);
	const held = await findHeldSeats(ctx('hanna'), cast.hanna.id);
	await pool.query('delete from graphile_worker._private_jobs');
	await pool.query('delete from mails where email = $1', [cast.hanna.email]);
	await pool.query('delete from events where subject_id = $1', [town]);
	await pool.query('delete from seats where person_id = $1', [cast.hanna.id]);
	await pool.query('delete from invitations where id = $1', [id]);
	expect(held).toHaveLength(1);
});

test('what somebody leaves passes to the successor: contact, draft, note; and the history says so', async ({ as }) => {
	const contact = {
		of: angermuende,
		unit: 'Bauamt',
		role: 'vacancy_officer',
		publicVisibility: 'public',
		responseTargetDays: 10
	} as const;
	await saveContact(as('ines'), { ...contact, name: cast.ines.name, email: cast.ines.email });
	await saveContact(as('ines'), { ...contact, unit: 'Kämmerei', email: 'kaemmerei@angermuende.example' });
	await saveDraft(as('ines'), { form: 'raum', values: { typed: { city: 'Angermünde', postalCode: '16278' }, files: [] } });
	const seat = await giveSeat(as('oskar'), { organisationId: town, personId: cast.jonas.id, function: 'mayor', rights: 'manage' });
	const [own] = (await listMembers(as('ines'), town)).filter(({ personId }) => personId === cast.ines.id);
	await endSeat(as('ines'), { id: own?.id ?? '', handoverNote: 'Ruf Frau Lindner an.' });
	const successor = {
		...cast.jonas,
		grants: [{ role: 'editor', ags: angermuende } as const],
		seats: [{ organisationId: town, rights: 'manage', ags: angermuende } as const]
	};
	expect((await listHandovers(as(successor))).map(({ id }) => id)).toEqual([own?.id]);
	expect(await listHandovers(as('friedrich'))).toEqual([]);
	expect(await codeOf(findHandover(as('friedrich'), own?.id ?? ''))).toBe('not-found');
	expect(await codeOf(findHandover(as(successor), seat))).toBe('not-found');
	const left = await findHandover(as(successor), own?.id ?? '');
	expect([left.note, left.contacts.map(({ unit }) => unit)]).toEqual(['Ruf Frau Lindner an.', ['Bauamt']]);
	await takeOverSeat(as(successor), left.id);
	await takeOverDraft(as(successor), left);
	expect((await listContacts(as(null), angermuende)).map(({ email }) => email).sort()).toEqual([
		cast.jonas.email,
		'kaemmerei@angermuende.example'
	]);
	expect(await findDraft(as('ines'), { form: 'raum' })).toBeNull();
	expect(await findDraft(as('jonas'), { form: 'raum' })).not.toBeNull();
	expect(await codeOf(takeOverSeat(as(successor), left.id))).toBe('handed-over');
	const told = await listHistory(as(successor), { organisationId: town });
	expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['seat.handed_over', 'seat.ended', 'seat.given', 'contact.saved']));
	expect(told.find(({ kind }) => kind === 'seat.given')).toMatchObject({ by: cast.oskar.name, about: cast.jonas.name, onBehalf: true });
	expect(await codeOf(listHistory(as('friedrich'), { organisationId: town }))).toBe('not-found');
});

test('a draft of a house elsewhere stays with whoever wrote it', async ({ as }) => {
	await saveDraft(as('jonas'), { form: 'raum', values: { typed: { city: 'Wunsiedel', postalCode: '95632' }, files: [] } });
	await takeOverDraft(as('ines'), { personId: cast.jonas.id, ags: angermuende });
	expect(await findDraft(as('jonas'), { form: 'raum' })).not.toBeNull();
});

test('rights change from the next request on, and somebody always manages', async ({ as }) => {
	const id = await giveSeat(as('oskar'), { organisationId: town, personId: cast.jonas.id, function: 'project', rights: 'read' });
	await changeRights(as('ines'), { id, organisationId: town, rights: 'edit' });
	expect(await findHeldSeats(as(null), cast.jonas.id)).toMatchObject([{ rights: 'edit' }]);
	const [own] = (await listMembers(as('ines'), town)).filter(({ personId }) => personId === cast.ines.id);
	expect(await codeOf(changeRights(as('ines'), { id: own?.id ?? '', organisationId: town, rights: 'edit' }))).toBe('last-manager');
	expect(await codeOf(changeRights(as('ines'), { id, organisationId: organisationOf('12062224'), rights: 'manage' }))).toBe('forbidden');
});

test('an initiative is founded unseen, shown when it says who it is, and its history keeps what stood there before', async ({ as }) => {
	const founding = { name: 'Werkhof Angermünde', kind: 'initiative', ort: angermuende } as const;
	const id = await foundOrganisation(as('amira'), founding);
	expect(await foundOrganisation(as('amira'), founding)).toBe(id);
	const founder = { ...cast.amira, seats: await findHeldSeats(as(null), cast.amira.id) };
	expect(await codeOf(findOrganisation(as('jonas'), 'werkhof-angermuende'))).toBe('not-found');
	expect(await codeOf(publishOrganisation(as(founder), { id, shown: true }))).toBe('no-summary');
	const profile = {
		id,
		name: 'Werkhof <script>',
		summary: 'Wir bauen eine Werkstatt für alle, mit Café.',
		topics: ['Werkstatt'],
		offers: [],
		needs: []
	};
	await saveOrganisation(as(founder), profile);
	await publishOrganisation(as(founder), { id, shown: true });
	expect(await findOrganisation(as(null), 'werkhof-angermuende')).toMatchObject({ name: 'Werkhof <script>', topics: ['Werkstatt'] });
	expect((await listHistory(as(founder), { organisationId: id })).find(({ kind }) => kind === 'organisation.saved')).toMatchObject({
		before: { name: 'Werkhof Angermünde', summary: null },
		after: { name: 'Werkhof <script>' }
	});
	expect(await codeOf(saveOrganisation(as('ines'), profile))).toBe('forbidden');
});
