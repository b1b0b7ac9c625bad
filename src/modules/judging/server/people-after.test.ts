import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { mails, people } from '#modules/people/server/tables.ts';
import { newId } from '#lib/server/id.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { beginForm } from '#modules/concepts/forms.ts';
import { nominateForm } from '#modules/procedures/forms-naming.ts';
import { declineNomination, withdrawNomination } from '#modules/procedures/server/end-nomination.ts';
import { findMembers } from '#modules/procedures/server/find-procedure.ts';
import { listOwnNominations } from '#modules/procedures/server/list-nominations.ts';
import { loadDuties } from '#modules/procedures/server/load-duties.ts';
import { nominateMember } from '#modules/procedures/server/nominate-member.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { declare, giveFactor, plantDeputy, plantJury, reviewInput, scoreAll } from '#testing/jury.ts';
import { plantOpenProcedure, putInto } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { acceptNomination } from './accept-nomination.ts';
import { findDeclarations } from './find-declarations.ts';
import { listScoring } from './find-scoring.ts';
import { loadVotes } from './load-votes.ts';
import { releaseMember } from './release-member.ts';
import { revealScores } from './reveal-scores.ts';
import { saveReview } from './save-review.ts';
import { decideWithdrawal } from './withdraw-juror.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const askFor = (who: CastName, more: object) =>
	nominateForm.parse({ name: cast[who].name, email: cast[who].email, reason: 'Krankheit im Haus.', ...more });
type As = (who: CastName) => Ctx;
async function nominate(as: As, id: string, { who, ...more }: { who: CastName; [key: string]: unknown }): Promise<string> {
	const nominationId = await nominateMember(as('ines'), { id, input: askFor(who, more) });
	await acceptNomination(as(who), { nominationId });
	return nominationId;
}

test('Mara falls ill after the publication: Renate takes her chair once she has said yes, and both stand in the record without a name', async ({
	db,
	as
}) => {
	const { id, memberOf } = await plantOpenProcedure({ db, as });
	const mara = memberOf[cast.mara.name] ?? '';
	const nominationId = await nominateMember(as('ines'), { id, input: askFor('renate', { succeeds: mara }) });
	expect(await db.select({ to: mails.email }).from(mails)).toContainEqual({ to: cast.renate.email });
	expect(await loadDuties(as('renate'), id)).toEqual([]);
	expect((await loadDuties(as('mara'), id)).map(({ role }) => role)).toEqual(['juror']);
	expect(await listOwnNominations(as('renate'))).toMatchObject([{ id: nominationId, role: 'juror', hasVote: true }]);
	expect(await refusalOf(acceptNomination(as('jonas'), { nominationId }))).toBe('404 not-found');
	await acceptNomination(as('renate'), { nominationId });
	expect(await loadDuties(as('renate'), id)).toMatchObject([{ role: 'juror', hasVote: true }]);
	expect(await loadDuties(as('mara'), id)).toEqual([]);
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id)).orderBy(recordEntries.seq);
	expect(entries.map(({ kind }) => kind).slice(-3)).toEqual(['member.left', 'member.joined', 'juror.withdrawn']);
	expect(JSON.stringify(entries.map(({ facts }) => facts))).not.toMatch(/Renate|Mara|Krankheit/);
	const heard = await db.select({ id: notices.personId, kind: notices.kind }).from(notices);
	expect(heard).toContainEqual({ id: cast.mara.id, kind: 'procedure-left' });
	expect(heard).toContainEqual({ id: cast.oskar.id, kind: 'procedure-member' });
	const { members, left, nominations } = await findMembers(as('ines'), id);
	expect(members.some(({ name }) => name === cast.mara.name)).toBe(false);
	expect(left).toMatchObject([{ name: cast.mara.name, leftReason: 'Krankheit im Haus.' }]);
	expect(nominations).toMatchObject([{ outcome: 'accepted', email: '' }]);
});

test('whoever writes a concept cannot take part; only they are told, the office learns nothing', async ({ db, as }) => {
	const { id, slug, memberOf } = await plantOpenProcedure({ db, as });
	await beginConcept(as('jonas'), { slug, input: beginForm.parse({ kind: 'person' }) });
	const input = askFor('jonas', { succeeds: memberOf[cast.mara.name] });
	const nominationId = await nominateMember(as('ines'), { id, input });
	const said = await acceptNomination(as('jonas'), { nominationId }).catch((error: Refusal) => error);
	expect(said).toMatchObject({ status: 403, message: expect.stringContaining('die Kommune erfährt den Grund nicht') });
	expect(JSON.stringify(await findMembers(as('ines'), id))).not.toContain('Konzept');
	await declineNomination(as('jonas'), { nominationId });
	const { nominations } = await findMembers(as('ines'), id);
	expect(nominations).toMatchObject([{ outcome: 'declined' }]);
	expect(await loadDuties(as('mara'), id)).toHaveLength(1);
	const told = await db.select({ data: notices.data }).from(notices).where(eq(notices.kind, 'procedure-declined'));
	expect(JSON.stringify(told)).not.toContain('Konzept');
});

test('who has left the jury hands in no concept either, and a group leaves its juror out without a word', async ({ db, as }) => {
	const { id, slug, memberOf } = await plantOpenProcedure({ db, as });
	await releaseMember(as('ines'), { id, memberId: memberOf[cast.mara.name] ?? '', reason: 'Zieht weg.' });
	expect(await refusalOf(beginConcept(as('mara'), { slug, input: beginForm.parse({ kind: 'person' }) }))).toBe('403 forbidden');
});

test('until the points are shown a chair changes hands, what was handed in is decided upon, and the newcomer declares anew', async ({
	db,
	as
}) => {
	const opened = await plantJury({ db, as });
	const { id, memberOf } = opened;
	const mara = memberOf[cast.mara.name] ?? '';
	await saveReview(as('mara'), { id, number: 1, input: await reviewInput(as('mara'), id) });
	await giveFactor({ db }, cast.renate);
	await nominate(as, id, { who: 'renate', succeeds: mara });
	const [{ rows }] = [await findDeclarations(as('renate'), { id, withNames: true })];
	expect(rows.map(({ kind }) => kind)).toEqual([null, null, null]);
	await declare(as('renate'), opened);
	await scoreAll({ db, as }, opened, ['oskar', 'katrin']);
	expect((await listScoring(as('renate'), id)).tasks.map(({ number }) => number)).toEqual([2, 3]);
	expect((await listScoring(as('ines'), id)).progress?.map(({ name }) => name)).toContain('Renate Vogel (vorher Mara Sommer)');
	expect(await refusalOf(revealScores(as('ines'), { id }))).toBe('409 not-all-in');
	await decideWithdrawal(as('ines'), { id, memberId: mara, counts: true, reason: 'Vor der Krankheit gewertet.' });
	for (const number of [2, 3]) await saveReview(as('renate'), { id, number, input: await reviewInput(as('renate'), id) });
	await revealScores(as('ines'), { id });
	const votes = await loadVotes(as('ines'), id);
	expect(votes.map(({ leaves }) => Object.values(leaves).map(({ length }) => length)).flat()).toEqual(
		votes.flatMap(({ leaves }) => Object.values(leaves).map(() => 3))
	);
	const again = askFor('jonas', { succeeds: memberOf[cast.oskar.name] });
	expect(await refusalOf(nominateMember(as('ines'), { id, input: again }))).toBe('422 too-late');
});

test('the one who took a chair over may fall ill too: the third goes on where the second stopped', async ({ db, as }) => {
	const opened = await plantJury({ db, as });
	const { id, memberOf } = opened;
	await giveFactor({ db }, cast.renate);
	await nominate(as, id, { who: 'renate', succeeds: memberOf[cast.mara.name] ?? '' });
	await declare(as('renate'), opened);
	await saveReview(as('renate'), { id, number: 1, input: await reviewInput(as('renate'), id) });
	const [second] = await db
		.select({ id: procedureMembers.id })
		.from(procedureMembers)
		.where(
			and(
				eq(procedureMembers.procedureId, id),
				eq(procedureMembers.name, cast.renate.name),
				isNull(procedureMembers.leftAt),
				eq(procedureMembers.role, 'juror')
			)
		);
	const third = { id: newId(), name: 'Tilda Kern', email: 'tilda@kern.example' };
	const nominationId = await nominateMember(as('ines'), {
		id,
		input: nominateForm.parse({ ...third, succeeds: second?.id, reason: 'Auch krank.' })
	});
	await db.insert(people).values({ id: third.id, name: third.name, email: third.email, emailVerified: true, createdAt: as('ines').now });
	const tilda: Ctx = { ...as('ines'), actor: { ...cast.jonas, ...third } };
	await acceptNomination(tilda, { nominationId });
	await giveFactor({ db }, third);
	await declare(tilda, opened);
	expect((await listScoring(tilda, id)).tasks.map(({ number }) => number)).toEqual([2, 3]);
});

test('after the opening no new chair is put up, but a deputy and a place that is free may be filled', async ({ db, as }) => {
	const { id, memberOf } = await plantJury({ db, as });
	const chair = askFor('renate', { role: 'juror', jurorKind: 'expert', hasVote: 'on' });
	expect(await refusalOf(nominateMember(as('ines'), { id, input: chair }))).toBe('422 new-chair');
	const checker = { name: cast.friedrich.name, email: cast.friedrich.email, reason: 'Personalmangel.' };
	const asJuror = nominateForm.parse({ ...checker, succeeds: memberOf[cast.mara.name] });
	expect(await refusalOf(nominateMember(as('ines'), { id, input: asJuror }))).toBe('422 has-checked');
	await nominate(as, id, { who: 'renate', role: 'deputy', deputyFor: memberOf[cast.mara.name] });
	expect((await loadDuties(as('renate'), id)).map(({ role }) => role)).toEqual(['deputy']);
});

test('a procedure never is without a lead: they go when somebody else has said yes, and their deputies stay with the new one', async ({
	db,
	as
}) => {
	const opened = await plantJury({ db, as }, 'precheck');
	const { id, memberOf } = opened;
	const deputy = await plantDeputy({ db, as }, opened, { who: 'renate', standsFor: 'ines' });
	const ines = memberOf[cast.ines.name] ?? '';
	expect(await refusalOf(releaseMember(as('ines'), { id, memberId: ines, reason: 'Elternzeit.' }))).toBe('409 last-lead');
	const second = nominateForm.parse({ name: 'Tim', email: 'tim@post.example', role: 'manager', reason: 'Noch jemand.' });
	expect(await refusalOf(nominateMember(as('ines'), { id, input: second }))).toBe('422 one-lead');
	await nominate(as, id, { who: 'jonas', succeeds: ines }).catch((error: Refusal) => expect(error.status).toBe(403));
	await withdrawNomination(as('ines'), { id, nominationId: (await findMembers(as('ines'), id)).nominations[0]?.id ?? '' });
	await db.delete(conceptMembers).where(eq(conceptMembers.personId, cast.jonas.id));
	await nominate(as, id, { who: 'jonas', succeeds: ines });
	expect((await loadDuties(as('jonas'), id)).map(({ role }) => role)).toEqual(['manager']);
	const rows = await db.select().from(procedureMembers).where(eq(procedureMembers.procedureId, id));
	const lead = rows.filter(({ role, leftAt }) => role === 'manager' && !leftAt);
	expect(lead.map(({ name }) => name)).toEqual([cast.jonas.name]);
	expect(rows.find((one) => one.id === deputy)?.deputyFor).toBe(lead[0]?.id);
	expect(
		(await loadDuties(as('ines'), id)).map(({ role }) => role),
		'she still holds a key'
	).toEqual(['opener']);
	expect(await refusalOf(findDeclarations(as('ines'), { id, withNames: false }))).not.toBe('done');
});

test('nobody names themselves into the jury, nobody is asked twice, and no other town asks anybody', async ({ db, as }) => {
	const { id, memberOf } = await plantOpenProcedure({ db, as });
	const mara = memberOf[cast.mara.name];
	expect(await refusalOf(nominateMember(as('ines'), { id, input: askFor('ines', { succeeds: mara }) }))).toBe('422 oneself');
	await nominateMember(as('ines'), { id, input: askFor('renate', { succeeds: mara }) });
	expect(await refusalOf(nominateMember(as('ines'), { id, input: askFor('jonas', { succeeds: mara }) }))).toBe('422 asked-already');
	expect(await refusalOf(nominateMember(as('friedrich'), { id, input: askFor('jonas', { succeeds: mara }) }))).toBe('404 not-found');
	await putInto({ db, as }, id, 'done');
	expect(await refusalOf(nominateMember(as('ines'), { id, input: askFor('jonas', { role: 'clerk' }) }))).toBe('409 not-now');
	expect(await refusalOf(releaseMember(as('ines'), { id, memberId: mara ?? '', reason: 'x' }))).toBe('409 not-now');
	expect(await db.$count(concepts, eq(concepts.procedureId, id))).toBe(0);
});

test('a juror deletes their account after scoring: the points stay in the file without a name, and whether they count is decided', async ({
	db,
	as
}) => {
	const opened = await plantJury({ db, as });
	const { id, memberOf } = opened;
	await scoreAll({ db, as }, opened);
	await db.delete(people).where(eq(people.id, cast.mara.id));
	const [left] = await db
		.select()
		.from(procedureMembers)
		.where(eq(procedureMembers.id, memberOf[cast.mara.name] ?? ''));
	expect(left).toMatchObject({ name: 'Konto gelöscht', email: null, personId: null, leftReason: 'Das Konto wurde gelöscht.' });
	expect(await refusalOf(revealScores(as('ines'), { id }))).toBe('409 not-all-in');
	await decideWithdrawal(as('ines'), { id, memberId: left?.id ?? '', counts: true, reason: 'Alles war abgegeben.' });
	await revealScores(as('ines'), { id });
	expect((await loadVotes(as('ines'), id)).every(({ leaves }) => Object.values(leaves).every(({ length }) => length === 3))).toBe(true);
});
