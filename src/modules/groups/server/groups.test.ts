import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { findConversation } from '#modules/conversations/server/find-conversation.ts';
import { leaveConversation } from '#modules/conversations/server/leave-conversation.ts';
import { say } from '#modules/conversations/server/say.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { events, people } from '#modules/people/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { caseInput } from '#testing/cases.ts';
import { angermuende, cast, type CastName } from '#testing/cast.ts';
import { idea, joinGroup, plantGroup } from '#testing/groups.ts';
import { plantRequest } from '#testing/requests.ts';
import { expect, now, test } from '#testing/world.ts';
import { needForm } from '../forms.ts';
import { legalStepsOf } from '../legal-form.ts';
import { answerKnock } from './answer-knock.ts';
import { chooseHouse } from './choose-house.ts';
import { chooseLegalForm } from './choose-legal-form.ts';
import { draftGroupRequest } from './draft-group-request.ts';
import { establishGroup } from './establish-group.ts';
import { findGroup, listTrail } from './find-group.ts';
import { findLegalWay } from './find-legal-way.ts';
import { findPublicGroup } from './find-public-group.ts';
import { findShownGroup } from './find-shown-group.ts';
import { findTalk } from './find-talk.ts';
import { foundGroup } from './found-group.ts';
import { joinTalk } from './join-talk.ts';
import { knock, withdrawKnock } from './knock.ts';
import { leaveGroup } from './leave-group.ts';
import { listGroups, listGroupsOfHouse } from './list-groups.ts';
import { viewHouse } from './view-house.ts';
import { listMembers } from './list-members.ts';
import { listNeeds } from './list-needs.ts';
import { listShownGroups } from './list-shown-groups.ts';
import { nameSpeaker } from './name-speaker.ts';
import { reactToHouses } from './react-to-houses.ts';
import { removeMember } from './remove-member.ts';
import { saveGroup } from './save-group.ts';
import { saveMembership } from './save-membership.ts';
import { saveNeed } from './save-need.ts';
import { saveRole, takeRole } from './save-role.ts';
import { stepGroup } from './step-group.ts';
import { groupKnocks, groupMembers, groupNeeds, groupRoles, groups } from './tables.ts';
import { tendGroups } from './tend-groups.ts';
import { tickLegalStep } from './tick-legal-step.ts';

const codeOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { code?: string; status?: number }) => error.code ?? error
	);
const strangers: readonly (CastName | null)[] = [null, 'jonas', 'ines', 'friedrich', 'oskar', 'renate'];

test('a group that nobody is to see is nowhere: no list, no page, no count, and for no office', async ({ as, db }) => {
	const { id, slug, space } = await plantGroup({ as, db });
	for (const who of strangers) {
		expect(await codeOf(findGroup(as(who), id)), String(who)).toBe(who ? 'not-found' : 'sign-in');
		expect(await codeOf(findPublicGroup(as(who), slug))).toBe('not-found');
		expect(await codeOf(findShownGroup(as(who), id))).toBe('not-found');
		expect(await codeOf(knock(as(who ?? 'jonas'), { slug, text: 'Hallo' }))).toBe('not-found');
		expect(await listGroups(as(who), { q: '', page: 1 })).toMatchObject({ groups: [], total: 0 });
		expect(await listGroupsOfHouse(as(who), space.id)).toEqual([]);
		expect((await viewHouse(as(who), space.slug)).groups).toEqual([]);
	}
	expect(await listShownGroups(as('renate'))).toEqual([]);
	expect(await codeOf(listShownGroups(as('oskar')))).toBe('forbidden');
	expect((await findGroup(as('amira'), id)).group).toMatchObject({ state: 'forming', houseTitle: space.title, ags: angermuende });
});

test('shown, everybody reads the allow-list and no name that was not given; hidden again, nothing is left', async ({ as, db }) => {
	const { id, slug, space } = await plantGroup({ as, db }, { seeks: 'eine Tischlerin' });
	await joinGroup({ as, db }, id, 'hanna');
	await saveRole(as('amira'), { id, title: 'Finanzen' });
	await saveNeed(as('hanna'), { id, ...needForm.parse({ title: 'Geheimer Bedarf', maxMonthly: '98765' }) });
	await stepGroup(as('amira'), { id, step: 'show' });
	await saveMembership(as('amira'), { id, isNamed: true });
	const [card] = await listGroupsOfHouse(as(null), space.id);
	expect((await viewHouse(as(null), space.slug)).groups).toEqual([card]);
	expect(card).toEqual({
		...{ slug, name: 'Werkhof', idea, seeks: 'eine Tischlerin', isDemo: false, members: 2, town: 'Angermünde', legalForm: null },
		...{ house: { slug: space.slug, title: space.title }, openRoles: ['Finanzen'], named: [{ name: cast.amira.name, organisation: null }] }
	});
	const { group } = await findPublicGroup(as(null), slug);
	expect(JSON.stringify(group)).not.toMatch(/Hanna|Geheimer|98765|@/);
	expect((await listGroups(as(null), { q: 'werkh', page: 1 })).total).toBe(1);
	expect((await listGroups(as(null), { q: '100%', page: 1 })).total).toBe(0);
	expect(await codeOf(saveGroup(as('amira'), { id, name: 'Werkhof', idea: 'kurz' }))).toBe('no-idea');
	await stepGroup(as('amira'), { id, step: 'hide' });
	expect(await codeOf(findPublicGroup(as(null), slug))).toBe('not-found');
});

test('turned to the municipality, its editors read it and open one case with its speakers; another town and the network office do not', async ({
	as,
	db
}) => {
	const { id } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'jonas');
	await saveNeed(as('jonas'), { id, ...needForm.parse({ title: 'Bühne', areaMinM2: '200' }) });
	await stepGroup(as('amira'), { id, step: 'turn' });
	const read = await findShownGroup(as('ines'), id);
	expect(read).toMatchObject({ name: 'Werkhof', members: 2, speakers: [{ email: cast.amira.email }], fit: { sum: { areaMinM2: 200 } } });
	expect(JSON.stringify(read)).not.toContain(cast.jonas.email);
	for (const who of ['friedrich', 'oskar', 'hanna', null] as const) expect(await codeOf(findShownGroup(as(who), id))).toBe('not-found');
	const told = await db.select().from(notices).where(eq(notices.kind, 'group-turned'));
	expect(told.map(({ personId }) => personId)).toEqual([cast.ines.id]);
	const first = await openCase(as('ines'), caseInput({ group: id, nextStep: 'Anrufen', nextStepOn: '2026-12-01' }));
	expect(await openCase(as('ines'), caseInput({ group: id }))).toEqual({ id: first.id, isNew: false });
	expect(await codeOf(openCase(as('friedrich'), caseInput({ group: id })))).toBe('not-found');
	await stepGroup(as('amira'), { id, step: 'take_back' });
	expect(await codeOf(findShownGroup(as('ines'), id))).toBe('not-found');
	await stepGroup(as('amira'), { id, step: 'turn' });
	await chooseHouse(as('amira'), { id, ort: '04916 Herzberg' });
	expect(await codeOf(findShownGroup(as('friedrich'), id)), 'another town, not asked yet').toBe('not-found');
});

test('knocking: words that only speakers read, one answer, no second try for a month, and never twice at once', async ({ as, db }) => {
	const { id, slug } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	await stepGroup(as('amira'), { id, step: 'show' });
	await knock(as('jonas'), { slug, text: 'Wir bauen Bühnen.' });
	expect(await codeOf(knock(as('jonas'), { slug, text: 'Noch einmal.' }))).toBe('knocked-already');
	expect(await codeOf(knock(as('hanna'), { slug, text: 'Ich auch.' }))).toBe('member-already');
	expect((await listMembers(as('hanna'), id)).knocks).toEqual([]);
	const [asked] = (await listMembers(as('amira'), id)).knocks;
	expect(asked).toMatchObject({ name: cast.jonas.name, text: 'Wir bauen Bühnen.' });
	const answer = { id, knockId: asked?.id ?? '', answer: 'decline', words: 'Im Frühjahr vielleicht.' } as const;
	await answerKnock(as('amira'), answer);
	expect(await codeOf(answerKnock(as('amira'), { ...answer, answer: 'accept' }))).toBe('not-found');
	expect(await codeOf(knock(as('jonas'), { slug, text: 'Bitte.' }))).toBe('declined-lately');
	const later = (who: CastName) => ({ ...as(who), now: new Date(now.getTime() + 31 * 86_400_000) });
	await knock(later('jonas'), { slug, text: 'Jetzt ist Frühjahr.' });
	await withdrawKnock(later('jonas'), { slug });
	await knock(later('jonas'), { slug, text: 'Doch.' });
	const [again] = (await listMembers(later('amira'), id)).knocks;
	await answerKnock(later('amira'), { id, knockId: again?.id ?? '', answer: 'accept' });
	expect((await listMembers(as('jonas'), id)).members.map(({ name }) => name)).toContain(cast.jonas.name);
	expect((await db.select().from(groupKnocks)).map(({ state }) => state).sort()).toEqual(['accepted', 'declined', 'withdrawn']);
});

test('leaving: the last speaker names an heir, needs go along, the only member takes the group with them', async ({ as, db }) => {
	const { id, slug } = await plantGroup({ as, db });
	const hanna = await joinGroup({ as, db }, id, 'hanna');
	await saveNeed(as('amira'), { id, ...needForm.parse({ title: 'Werkstatt' }) });
	await stepGroup(as('amira'), { id, step: 'show' });
	expect(await codeOf(leaveGroup(as('amira'), { id }))).toBe('last-speaker');
	expect(await codeOf(nameSpeaker(as('amira'), { id, memberId: (await findGroup(as('amira'), id)).me.id, speaks: false }))).toBe(
		'last-speaker'
	);
	expect(await leaveGroup(as('amira'), { id, heirId: hanna })).toEqual({ isDissolved: false });
	expect(await codeOf(findGroup(as('amira'), id))).toBe('not-found');
	expect((await findGroup(as('hanna'), id)).me.isSpeaker).toBe(true);
	expect(await db.select().from(groupNeeds)).toEqual([]);
	expect((await db.select().from(groupRoles)).map(({ memberId }) => memberId)).toEqual([null]);
	await knock(as('jonas'), { slug, text: 'Hallo' });
	expect(await leaveGroup(as('hanna'), { id })).toEqual({ isDissolved: true });
	const [row] = await db.select().from(groups);
	expect(row).toMatchObject({ state: 'dissolved', shownAt: null });
	expect((await db.select().from(groupKnocks)).map(({ state }) => state)).toEqual(['declined']);
});

test('accounts go: who was there longest speaks on, and a group without anybody dissolves', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	await joinGroup({ as, db }, id, 'jonas');
	await db.delete(people).where(eq(people.id, cast.amira.id));
	expect(await tendGroups(as(null))).toBe(1);
	expect((await findGroup(as('hanna'), id)).me.isSpeaker).toBe(true);
	expect((await listTrail(as('hanna'), id)).map(({ text }) => text).join()).not.toContain(cast.amira.name);
	await db.delete(groupMembers);
	await tendGroups(as(null));
	expect(await tendGroups(as(null))).toBe(0);
	expect((await db.select().from(groups))[0]).toMatchObject({ state: 'dissolved' });
});

test('somebody is asked to go with a reason they read, and who speaks is not', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	const hanna = await joinGroup({ as, db }, id, 'hanna');
	await nameSpeaker(as('amira'), { id, memberId: hanna, speaks: true });
	expect(await codeOf(removeMember(as('amira'), { id, memberId: hanna, reason: 'x' }))).toBe('speaker');
	await nameSpeaker(as('amira'), { id, memberId: hanna, speaks: false });
	await removeMember(as('amira'), { id, memberId: hanna, reason: 'Wir haben uns zerstritten.' });
	expect(await codeOf(findGroup(as('hanna'), id))).toBe('not-found');
	const told = await db.select().from(notices).where(eq(notices.personId, cast.hanna.id));
	expect(told.map(({ data }) => data.text)).toContain('Wir haben uns zerstritten.');
});

test('an open role goes to the first who takes it, and back', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	await saveRole(as('amira'), { id, title: 'Bau' });
	const role = (await listMembers(as('hanna'), id)).roles.find(({ title }) => title === 'Bau');
	const that = { id, roleId: role?.id ?? '' };
	await takeRole(as('hanna'), { ...that, takes: true });
	expect(await codeOf(takeRole(as('amira'), { ...that, takes: true }))).toBe('role-taken');
	expect(await codeOf(takeRole(as('amira'), { ...that, takes: false }))).toBe('role-taken');
	await takeRole(as('hanna'), { ...that, takes: false });
	expect((await listMembers(as('amira'), id)).roles.map(({ title, by }) => [title, by])).toEqual([
		['Sprecher:in', cast.amira.name],
		['Bau', null]
	]);
});

test('needs lie in the house by the rules of matching, and become a request in the name of the group', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db }, {}, { usesExcluded: ['housing'], priceMonthly: 1200 });
	await joinGroup({ as, db }, id, 'hanna');
	expect(await codeOf(draftGroupRequest(as('amira'), { id }))).toBe('no-needs');
	await saveNeed(as('amira'), {
		id,
		...needForm.parse({ title: 'Café', areaMinM2: '80', areaMaxM2: '120', maxMonthly: '500', uses: 'cafe' })
	});
	await saveNeed(as('hanna'), { id, ...needForm.parse({ title: 'Wohnen', areaMinM2: '60', uses: 'housing' }) });
	const { needs, fit } = await listNeeds(as('hanna'), id);
	expect(fit.sum).toMatchObject({ areaMinM2: 140, areaMaxM2: 180, unpriced: 1, maxMonthly: 500 });
	expect(fit.house?.lines.map(({ outcome, text }) => `${outcome} ${text}`).join('; ')).toMatch(/conflict Wohnen ist hier ausgeschlossen/);
	const cafe = needs.find(({ title }) => title === 'Café');
	const changed = needForm.parse({ needId: cafe?.id, title: 'Bistro' });
	expect(await codeOf(saveNeed(as('hanna'), { id, ...changed }))).toBe('forbidden');
	const requestId = await draftGroupRequest(as('amira'), { id });
	expect(await draftGroupRequest(as('amira'), { id })).toBe(requestId);
	const [request] = await db.select().from(spaceRequests).where(eq(spaceRequests.id, requestId));
	expect(request).toMatchObject({
		title: 'Werkhof',
		requestState: 'draft',
		areaMinM2: 140,
		areaMaxM2: 180,
		maxMonthly: 500,
		uses: ['cafe', 'housing'],
		peopleNow: 2
	});
	const [profile] = await db
		.select()
		.from(actorProfiles)
		.where(eq(actorProfiles.id, request?.actorId ?? ''));
	expect(profile).toMatchObject({ name: 'Werkhof', personId: cast.amira.id, actorKind: 'group_in_formation' });
});

test('step by step to a legal form: then it is an organisation, and the profile bears the new name', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	await saveNeed(as('amira'), { id, ...needForm.parse({ title: 'Café', areaMinM2: '80' }) });
	await draftGroupRequest(as('amira'), { id });
	expect(await codeOf(tickLegalStep(as('hanna'), { id, legalStep: 'satzung', done: true }))).toBe('no-form');
	expect(await codeOf(establishGroup(as('amira'), { id, legalName: 'Werkhof e. V.' }))).toBe('no-form');
	await chooseLegalForm(as('amira'), { id, form: 'verein' });
	expect(await codeOf(tickLegalStep(as('hanna'), { id, legalStep: 'kapital', done: true }))).toBe('not-found');
	expect(await codeOf(establishGroup(as('amira'), { id, legalName: 'Werkhof e. V.' }))).toBe('steps-open');
	for (const { id: legalStep, isOptional } of legalStepsOf('verein'))
		if (!isOptional) await tickLegalStep(as('hanna'), { id, legalStep, done: true });
	expect((await findLegalWay(as('amira'), id))?.steps.find((step) => step.id === 'satzung')?.done).toMatchObject({ by: cast.hanna.name });
	const organisationId = await establishGroup(as('amira'), { id, legalName: 'Werkhof Angermünde e. V.' });
	const [organisation] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
	expect(organisation).toMatchObject({ name: 'Werkhof Angermünde e. V.', kind: 'association', placeAgs: angermuende });
	const profiles = await db.select().from(actorProfiles);
	expect(profiles).toMatchObject([
		{ name: 'Werkhof Angermünde e. V.', actorKind: 'association', legalForm: 'Eingetragener Verein', size: 2 }
	]);
	expect(await codeOf(establishGroup(as('amira'), { id, legalName: 'Zwei' }))).toBe('not-from-here');
	expect(await codeOf(tickLegalStep(as('hanna'), { id, legalStep: 'satzung', done: false }))).toBe('established');
	expect((await findGroup(as('hanna'), id)).group.state).toBe('established');
});

test('the house goes: everybody hears it once, the group stays and takes another, or the same when it comes back', async ({ as, db }) => {
	const { id, slug, space } = await plantGroup({ as, db });
	await joinGroup({ as, db }, id, 'hanna');
	await stepGroup(as('amira'), { id, step: 'show' });
	await reactToHouses(as(null), [space.id]);
	await db.update(properties).set({ lifecycleState: 'reused' }).where(eq(properties.id, space.id));
	await reactToHouses(as(null), [space.id]);
	await reactToHouses(as(null), [space.id]);
	const heard = (await db.select().from(notices).where(eq(notices.personId, cast.hanna.id))).filter(({ data }) =>
		String(data.title).includes('das Haus ist weg')
	);
	expect(heard).toHaveLength(1);
	expect((await findGroup(as('amira'), id)).group).toMatchObject({ state: 'visible', houseGone: 'reused', houseTitle: space.title });
	expect(await listGroupsOfHouse(as(null), space.id)).toEqual([]);
	expect((await findPublicGroup(as(null), slug)).group.house).toBeNull();
	await db.update(properties).set({ lifecycleState: 'available' }).where(eq(properties.id, space.id));
	await reactToHouses(as(null), [space.id]);
	expect((await findGroup(as('amira'), id)).group.houseGone).toBeNull();
	await db.delete(spaces).where(eq(spaces.id, space.id));
	expect((await findPublicGroup(as(null), slug)).group.house).toBeNull();
	await db.delete(properties).where(eq(properties.id, space.id));
	expect((await findGroup(as('amira'), id)).group).toMatchObject({ propertyId: null, houseTitle: space.title });
	expect(await codeOf(chooseHouse(as('amira'), { id, house: space.slug }))).toBe('no-house');
	await chooseHouse(as('amira'), { id, ort: '16278 Angermünde' });
});

test('founding: a second click is the same group, a request brings its need, an unknown house or place is said', async ({ as, db }) => {
	const request = await plantRequest(db);
	const id = await foundGroup(as('amira'), { name: 'Werkhof', gesuch: request.id });
	expect(await foundGroup(as('amira'), { name: 'Werkhof' })).toBe(id);
	expect((await listNeeds(as('amira'), id)).needs).toMatchObject([{ title: request.title, areaMinM2: 80, maxMonthly: 800 }]);
	expect(await codeOf(foundGroup(as('jonas'), { name: 'Fremd', gesuch: request.id }))).toBe('not-found');
	expect(await codeOf(foundGroup(as('jonas'), { name: 'Fremd', raum: 'gibt-es-nicht' }))).toBe('no-house');
	expect(await codeOf(foundGroup(as('jonas'), { name: 'Fremd', ort: 'xqzxqzxqz' }))).toBe('no-such-place');
	expect(await codeOf(stepGroup(as('amira'), { id, step: 'turn' }))).toBe('no-town');
	expect((await db.select().from(events).where(eq(events.subjectId, id))).map(({ kind }) => kind)).toEqual(['group.founded']);
});

test('whoever is in the group is in its conversation, and out with it; coming back is a click', async ({ as, db }) => {
	const { id } = await plantGroup({ as, db });
	const hanna = await joinGroup({ as, db }, id, 'hanna');
	const talk = (await findTalk(as('hanna'), id)) ?? '';
	await say(as('hanna'), { conversationId: talk, text: 'Wann treffen wir uns?' });
	expect((await findConversation(as('amira'), { id: talk })).messages.map(({ text }) => text)).toEqual(['Wann treffen wir uns?']);
	await saveGroup(as('amira'), { id, name: 'Werkhof am Markt', idea });
	expect((await findConversation(as('amira'), { id: talk })).title).toBe('Werkhof am Markt');
	await leaveConversation(as('hanna'), talk);
	expect(await findTalk(as('hanna'), id)).toBeNull();
	expect(await joinTalk(as('hanna'), { id })).toBe(talk);
	await removeMember(as('amira'), { id, memberId: hanna, reason: 'Umgezogen.' });
	expect(await codeOf(findConversation(as('hanna'), { id: talk }))).toBe('not-found');
	expect(await codeOf(joinTalk(as('hanna'), { id }))).toBe('not-found');
	await joinGroup({ as, db }, id, 'hanna');
	expect((await findConversation(as('hanna'), { id: talk })).messages).toHaveLength(1);
});

test('of two who take the same role at the same moment one has it', async ({ pool, as, db }) => {
	expect(typeof db).toBe('object');
	const real = openDb(pool);
	const ctx = (who: CastName) => ({ ...as(who), db: real });
	const id = await foundGroup(ctx('amira'), { name: 'Gleichzeitig' });
	const [me] = await real.select().from(groupMembers).where(eq(groupMembers.groupId, id));
	await real.insert(groupMembers).values({ ...me, id: crypto.randomUUID(), personId: cast.hanna.id, groupId: id, joinedAt: now });
	await saveRole(ctx('amira'), { id, title: 'Bau' });
	const role = (await listMembers(ctx('amira'), id)).roles.find(({ title }) => title === 'Bau');
	const tries = await Promise.all(
		(['amira', 'hanna'] as const).map((who) => codeOf(takeRole(ctx(who), { id, roleId: role?.id ?? '', takes: true })))
	);
	await pool.query('delete from groups where id = $1', [id]);
	await pool.query('delete from conversations where subject_id = $1', [id]);
	await pool.query('delete from events where subject_id = $1', [id]);
	await pool.query('delete from attempts');
	await pool.query('delete from graphile_worker._private_jobs');
	expect(tries.sort()).toEqual(['done', 'role-taken']);
});
