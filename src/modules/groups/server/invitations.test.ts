import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { events, mails } from '#modules/people/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { joinGroup, linkTo, plantGroup } from '#testing/groups.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, now, test } from '#testing/world.ts';
import { acceptGroupInvitation } from './accept-group-invitation.ts';
import { answerCall } from './answer-call.ts';
import { callMix } from './call-mix.ts';
import { findGroup } from './find-group.ts';
import { findGroupInvitation } from './find-group-invitation.ts';
import { foundGroup } from './found-group.ts';
import { inviteToGroup } from './invite-to-group.ts';
import { listMembers } from './list-members.ts';
import { listMixes } from './list-mixes.ts';
import { listNeeds } from './list-needs.ts';
import { listOwnGroups } from './list-own-groups.ts';
import { stepGroup } from './step-group.ts';
import { groupInvitations, groups } from './tables.ts';
import { withdrawGroupInvitation } from './withdraw-group-invitation.ts';

const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? error
	);

test('a mail opens the group once, to whoever reads that address; afterwards only a hint of it is kept', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	const invitation = await inviteToGroup(as('amira'), { id, kind: 'mail', email: cast.hanna.email });
	expect((await db.select({ email: mails.email }).from(mails)).map(({ email }) => email)).toEqual([cast.hanna.email]);
	expect(await codeOf(inviteToGroup(as('amira'), { id, kind: 'mail', email: cast.hanna.email }))).toBe('invited-already');
	const link = await linkTo(as(null), invitation);
	expect(await codeOf(acceptGroupInvitation(as(null), { link }))).toBe('sign-in');
	expect(await codeOf(acceptGroupInvitation(as('jonas'), { link })), 'forwarded').toBe('forbidden');
	expect(await codeOf(acceptGroupInvitation(as('hanna'), { link: `${link}x` })), 'changed').toBe('link-invalid');
	expect(await codeOf(acceptGroupInvitation(as('hanna'), { link: '' }))).toBe('link-invalid');
	const other = await signLink(as(null), { purpose: 'invitation', data: { invitation }, days: 14 });
	expect(await codeOf(acceptGroupInvitation(as('hanna'), { link: other })), 'for something else').toBe('link-invalid');
	const nonsense = await signLink(as(null), { purpose: 'group-invitation', data: { invitation: 'x' }, days: 14 });
	expect(await codeOf(acceptGroupInvitation(as('hanna'), { link: nonsense }))).toBe('not-found');
	await findGroupInvitation(as(null), link);
	expect(await acceptGroupInvitation(as('hanna'), { link })).toEqual({ groupId: id });
	expect(await acceptGroupInvitation(as('hanna'), { link }), 'again, by a member').toEqual({ groupId: id });
	const kept = JSON.stringify([await db.select().from(groupInvitations), await db.select().from(events)]);
	expect(kept).not.toContain(cast.hanna.email);
	expect((await listMembers(as('hanna'), id)).invitations, 'only speakers see whom the group asked').toEqual([]);
});

test('withdrawn, too old, used up, dissolved: nothing opens, and each says why', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	const first = await inviteToGroup(as('amira'), { id, kind: 'link', places: 1 });
	await withdrawGroupInvitation(as('amira'), { id, invitationId: first });
	expect(await codeOf(withdrawGroupInvitation(as('amira'), { id, invitationId: first }))).toBe('not-found');
	expect(await codeOf(acceptGroupInvitation(as('hanna'), { link: await linkTo(as(null), first) }))).toBe('invitation-withdrawn');
	const second = await inviteToGroup(as('amira'), { id, kind: 'link', places: 1 });
	const later = { ...as('hanna'), now: new Date(now.getTime() + 14 * 86_400_000) };
	expect(await codeOf(acceptGroupInvitation(later, { link: await linkTo(later, second) }))).toBe('invitation-expired');
	expect(
		await codeOf(acceptGroupInvitation({ ...later, now: new Date(later.now.getTime() + 60_000) }, { link: await linkTo(as(null), second) }))
	).toBe('link-expired');
	const link = await linkTo(as(null), second);
	await acceptGroupInvitation(as('hanna'), { link });
	expect(await codeOf(acceptGroupInvitation(as('jonas'), { link }))).toBe('invitation-used');
	const third = await inviteToGroup(as('amira'), { id, kind: 'link', places: 5 });
	await stepGroup(as('amira'), { id, step: 'dissolve', reason: 'Genug.' });
	expect(await codeOf(acceptGroupInvitation(as('jonas'), { link: await linkTo(as(null), third) }))).toBe('not-found');
	expect(await codeOf(inviteToGroup(as('amira'), { id, kind: 'link' }))).toBe('group-dissolved');
});

test('the inviter learns nothing: an address with an account, without one, or of a member look the same', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	for (const email of [cast.jonas.email, 'niemand@post.example', cast.hanna.email])
		expect(await codeOf(inviteToGroup(as('amira'), { id, kind: 'mail', email }))).toBe('done');
	const { invitations } = await listMembers(as('amira'), id);
	expect(invitations.slice(0, 3).map(({ state, used, path }) => [state, used, path])).toEqual(
		Array.from({ length: 3 }, () => ['open', 0, null])
	);
	expect(JSON.stringify(invitations)).not.toContain(cast.jonas.email);
	for (let n = 0; n < 16; n++) await inviteToGroup(as('amira'), { id, kind: 'link', places: 1 });
	expect(await codeOf(inviteToGroup(as('amira'), { id, kind: 'link', places: 1 }))).toBe('too-many-attempts');
});

test('of five who come by a link for two at the same moment, two come in', async ({ pool }) => {
	const db = openDb(pool);
	const ctx = (who: CastName): Ctx => ({ db, now, actor: cast[who] });
	const id = await foundGroup(ctx('amira'), { name: 'Gedränge' });
	const invitation = await inviteToGroup(ctx('amira'), { id, kind: 'link', places: 2 });
	const link = await linkTo(ctx('amira'), invitation);
	const comers = ['hanna', 'jonas', 'oskar', 'katrin', 'mara'] as const;
	const tries = await Promise.all(comers.map((who) => codeOf(acceptGroupInvitation(ctx(who), { link }))));
	const [row] = await db.select().from(groupInvitations).where(eq(groupInvitations.id, invitation));
	const { members } = await listMembers(ctx('amira'), id);
	await pool.query('delete from groups where id = $1', [id]);
	await pool.query('delete from conversations where subject_id = $1', [id]);
	await pool.query('delete from events where subject_id = $1', [id]);
	await pool.query("delete from notices where kind = 'group'");
	await pool.query('delete from attempts');
	await pool.query('delete from graphile_worker._private_jobs');
	expect(tries.sort()).toEqual(['done', 'done', 'invitation-used', 'invitation-used', 'invitation-used']);
	expect(row?.used).toBe(2);
	expect(members).toHaveLength(3);
});

test('an office invites a mix: everybody decides alone, names follow a yes, the office sees numbers', async ({ as, db }) => {
	const space = await plantSpace(db);
	const workshop = await plantRequest(db);
	const stage = await plantRequest(db, { by: 'jonas', title: 'Bühne am Gleis' });
	const inn = await plantRequest(db, { by: 'hanna', title: 'Gasthof neu' });
	const words = 'Zusammen füllt Ihr das Haus.';
	const asked = { propertyId: space.id, requests: [workshop.id, stage.id, inn.id], words };
	for (const who of ['friedrich', 'oskar', 'amira'] as const) expect(await codeOf(callMix(as(who), asked))).toBe('not-found');
	expect(await callMix(as('ines'), asked)).toBe(3);
	expect(await codeOf(callMix(as('ines'), asked)), 'nobody is asked twice').toBe('too-few');
	const callOf = async (who: CastName) => (await listOwnGroups(as(who))).calls[0];
	expect(JSON.stringify(await callOf('amira'))).not.toMatch(/Jonas|Bühne|Hanna|Gasthof neu/);
	const answer = async (who: CastName, how: 'yes' | 'no') => answerCall(as(who), { callId: (await callOf(who))?.id ?? '', answer: how });
	const call = await callOf('hanna');
	expect(await codeOf(answerCall(as('jonas'), { callId: call?.id ?? '', answer: 'yes' })), 'somebody else’s').toBe('not-found');
	expect(await answer('hanna', 'no')).toBeNull();
	expect(await codeOf(answerCall(as('hanna'), { callId: call?.id ?? '', answer: 'yes' }))).toBe('answered-already');
	const groupId = (await answer('amira', 'yes')) ?? '';
	expect((await listMembers(as('amira'), groupId)).members.map(({ name }) => name)).toEqual([cast.amira.name]);
	expect(await answer('jonas', 'yes')).toBe(groupId);
	expect((await listNeeds(as('jonas'), groupId)).needs.map(({ title }) => title)).toEqual([workshop.title, 'Bühne am Gleis']);
	expect(await listMixes(as('ines'), space.id)).toMatchObject([{ words, asked: 3, yes: 2, no: 1 }]);
	expect(await codeOf(findGroup(as('ines'), groupId)), 'the office has to wait until it is shown').toBe('not-found');
	expect((await db.select().from(groups))[0]).toMatchObject({ propertyId: space.id, state: 'forming' });
});

test('what may not be asked: drafts, private requests, a house that is not public', async ({ as, db }) => {
	const space = await plantSpace(db);
	const shown = await plantRequest(db);
	const hidden = await plantRequest(db, { by: 'jonas', visibility: 'private' });
	const draft = await plantRequest(db, { by: 'hanna', requestState: 'draft' });
	const requests = [shown.id, hidden.id, draft.id];
	expect(await codeOf(callMix(as('ines'), { propertyId: space.id, requests, words: 'x' }))).toBe('too-few');
});
