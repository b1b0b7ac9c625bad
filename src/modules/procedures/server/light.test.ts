import { and, eq, like } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { recordHouse } from '#testing/houses.ts';
import { cast } from '#testing/cast.ts';
import { about, grantInput, plantLight, recordOwnHouse, settled } from '#testing/light.ts';
import { basics } from '#testing/procedures.ts';
import { expect, test } from '#testing/world.ts';
import { ProcedureConflict } from '../conflict.ts';
import { leavesOf } from '../criteria.ts';
import { letterForm } from '../forms-letter.ts';
import { beginLight } from './begin-light.ts';
import { changeProcedure } from './change-procedure.ts';
import { chooseForm } from './choose-form.ts';
import { describeLight } from './describe-light.ts';
import { findCall, findCallPaper } from './find-call.ts';
import { findLetterPaper, findLetterPreview, findLetterStart, listLetters } from './find-letter.ts';
import { findLight } from './find-light.ts';
import { findCriteria, findMembers, findPreflight, findProcedure, findProcedureHead } from './find-procedure.ts';
import { findStart } from './find-start.ts';
import { listOwnProcedures } from './list-own-procedures.ts';
import { moveProcedure } from './move-procedure.ts';
import { publishProcedure } from './publish-procedure.ts';
import { releaseDraft } from './release-draft.ts';
import { saveEligibility } from './save-eligibility.ts';
import { saveGrant } from './save-grant.ts';
import { saveMember } from './save-member.ts';
import { settleLight } from './settle-light.ts';
import { stepProcedure } from './step-procedure.ts';
import { procedureMembers } from './tables.ts';

const refusalOf = (tried: Promise<unknown>) =>
	tried.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : Promise.reject(error))
	);
const member = { role: 'juror', jurorKind: 'locals', hasVote: true, isOpener: false, affiliation: '', deputyFor: null } as const;

test.for(['room_grant', 'expression_of_interest'] as const)('%s: five steps, and the draft is finished', async (kind, { as, db }) => {
	const { id } = await plantLight({ as, db }, { kind, isReady: true });
	const { row, missing } = await findProcedure(as('ines'), id);
	expect([row.state, row.kind, missing]).toEqual(['ready', kind, []]);
	expect(row.goal).toBe('Der Laden soll wieder offen sein.\n\nFür alle im Dorf.');
	const { members } = await findMembers(as('ines'), id);
	expect(members).toMatchObject([
		{ role: 'manager', name: cast.ines.name },
		{ role: 'deputy', name: 'Tim Sander' }
	]);
	const kept = await db.select().from(procedureMembers).where(eq(procedureMembers.procedureId, id));
	expect(kept.map(({ isOpener }) => isOpener)).toEqual([true, true]);
});

test('a room grant says in its call for how long, for how much, what the place gets and what is asked', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { isReady: true });
	const call = JSON.stringify(await findCall(as('ines'), id));
	for (const said of [
		'01.05.2027 bis 31.10.2027',
		'40\u00a0€ im Monat',
		'Ein offener Nachmittag',
		'Gemeinsame Arbeit',
		'Vorstellung',
		'Wunsch'
	])
		expect(call).toContain(said);
	expect(call).not.toContain('Fester Preis');
	expect(paperPdf(await findCallPaper(as('ines'), id)).length).toBeGreaterThan(20_000);
});

test('interrupted after the first step, the draft is there and knows what comes next', async ({ as }) => {
	const { id: raum } = await recordHouse(as('ines'));
	const id = await beginLight(as('ines'), { raum, unitIds: [] });
	const light = await findLight(as('ines'), id);
	expect(light).toMatchObject({ kind: 'expression_of_interest', title: 'Gasthof am Marktplatz: Wer hat Lust?', hasErrors: false });
	expect(light.handIn).toContain(cast.ines.email);
	expect(Object.keys(light.bodies)).toEqual(['mayor', 'main_committee', 'council']);
	await chooseForm(as('ines'), { id, version: 1, kind: 'room_grant' });
	expect(await findLight(as('ines'), id)).toMatchObject({
		title: 'Raumstipendium: Gasthof am Marktplatz',
		transfer: 'interim',
		priceUnit: 'month'
	});
	const { criteria } = await findCriteria(as('ines'), id);
	expect(leavesOf(criteria).reduce((sum, { weight }) => sum + weight, 0)).toBe(1000);
});

test('another form takes the place of what nobody touched, and of nothing else', async ({ as }) => {
	const { id: raum } = await recordHouse(as('ines'));
	const id = await beginLight(as('ines'), { raum, unitIds: [] });
	await saveEligibility(as('ines'), { id, input: { title: 'Vereinsregister', description: '', evidence: [], evidenceNote: '' } });
	await chooseForm(as('ines'), { id, version: 1, kind: 'room_grant' });
	const { criteria } = await findCriteria(as('ines'), id);
	expect(criteria.eligibility.map(({ title }) => title)).toContain('Vereinsregister');
	expect(criteria.areas).toEqual([]);
	expect((await findLight(as('ines'), id)).missing).toContain('Es gibt noch kein Kriterium.');
});

test.for([
	[{ fee: '' }, 'no-fee', 'fee'],
	[{ counterPerformance: ' ' }, 'no-counter', 'counterPerformance'],
	[{ until: '2027-04-01' }, 'no-period', 'until'],
	[{ from: '' }, 'no-period', 'from']
] as const)('a room grant with %o is not kept: %s', async ([over, code, field], { as, db }) => {
	const { id } = await plantLight({ as, db });
	const before = await findLight(as('ines'), id);
	const refused = await describeLight(as('ines'), {
		id,
		input: about({ version: String(before.version), title: 'Anders', ...over })
	}).catch((e: unknown) => e);
	expect(refused).toMatchObject({ status: 422, code, field });
	expect(await findLight(as('ines'), id)).toMatchObject({ title: before.title, grant: before.grant, version: before.version });
});

test('two people at the same step: the second gets what stands there now', async ({ as, db }) => {
	const { id } = await plantLight({ as, db });
	const { version } = await findLight(as('ines'), id);
	await saveGrant(as('ines'), { id, input: grantInput({ version: String(version), fee: '55' }) });
	for (const late of [
		() => saveGrant(as('renate'), { id, input: grantInput({ version: String(version) }) }),
		() => describeLight(as('renate'), { id, input: about({ version: String(version) }) })
	]) {
		const conflict = await late().catch((error: unknown) => error);
		expect(conflict).toBeInstanceOf(ProcedureConflict);
		expect((conflict as ProcedureConflict).theirs.texts).toContainEqual(['Pauschale', '55\u00a0€ im Monat']);
	}
	expect(await refusalOf(chooseForm(as('renate'), { id, version, kind: 'room_grant' }))).toBe('409 changed-meanwhile');
	expect(await refusalOf(settleLight(as('renate'), { id, input: settled({ version: String(version) }) }))).toBe('409 changed-meanwhile');
});

test('terms of a room grant belong to room grants; the town’s bodies decide about the town’s houses', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { kind: 'expression_of_interest' });
	const { version } = await findLight(as('ines'), id);
	expect(await refusalOf(saveGrant(as('ines'), { id, input: grantInput({ version: String(version) }) }))).toBe('409 no-grant');
	expect(await refusalOf(settleLight(as('ines'), { id, input: settled({ version: String(version), decidingBody: 'owner' }) }))).toBe(
		'422 not-body'
	);
});

test('an owner prepares for the own house, the town sees the same draft, hears of it and writes along; nobody else does', async ({
	as,
	db
}) => {
	const { id, houseId } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest' });
	const told = await db
		.select()
		.from(notices)
		.where(and(eq(notices.kind, 'procedure-begun'), eq(notices.subjectId, id)));
	expect(told.map(({ personId }) => personId)).toEqual([cast.ines.id]);
	expect(await findProcedureHead(as('hanna'), id)).toMatchObject({ isDesk: true, isOwner: true, isWritable: true });
	expect(await findProcedureHead(as('ines'), id)).toMatchObject({ isDesk: true, isOwner: false });
	const { version } = await findLight(as('ines'), id);
	await describeLight(as('ines'), { id, input: about({ version: String(version), title: 'Mit Hilfe der Stadt' }) });
	expect((await findLight(as('hanna'), id)).title).toBe('Mit Hilfe der Stadt');
	expect(await listOwnProcedures(as('hanna'))).toMatchObject([{ id: houseId, procedures: [{ id, title: 'Mit Hilfe der Stadt' }] }]);
	for (const who of ['amira', 'oskar', 'friedrich'] as const) {
		for (const read of [findLight, findProcedure, findCall]) expect(await refusalOf(read(as(who), id)), who).toBe('404 not-found');
		expect(await listOwnProcedures(as(who))).toEqual([]);
		expect(await refusalOf(findStart(as(who), { raum: houseId, q: '' })), who).toMatch(/^40[34] /);
	}
	expect(await refusalOf(listOwnProcedures(as(null)))).toBe('401 sign-in');
	const { items } = { items: await findPreflight(as('hanna'), id) };
	expect(JSON.stringify(items)).not.toContain('Liegt der Auftrag der Eigentümer:in');
});

test('a house of the town is never somebody’s own, even if it is entered so', async ({ as, db }) => {
	const { id, houseId } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest' });
	await db.update(properties).set({ isMunicipal: true }).where(eq(properties.id, houseId));
	expect(await refusalOf(findLight(as('hanna'), id))).toBe('404 not-found');
	expect(await listOwnProcedures(as('hanna'))).toEqual([]);
	expect(await refusalOf(findStart(as('hanna'), { raum: houseId, q: '' }))).toMatch(/^403 /);
});

test('the owner decides, and so neither the town’s bodies do nor does the owner judge', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest' });
	const { row } = await findProcedure(as('hanna'), id);
	expect(row.decidingBody).toBe('owner');
	expect(await refusalOf(changeProcedure(as('ines'), { id, input: basics({ version: row.version, decidingBody: 'council' }) }))).toBe(
		'422 not-town'
	);
	const { name, email } = cast.hanna;
	expect(await refusalOf(saveMember(as('ines'), { id, input: { ...member, name, email } }))).toBe('422 is-owner');
	await saveMember(as('ines'), { id, input: { ...member, name: cast.mara.name, email: cast.mara.email } });
	const { members } = await findMembers(as('ines'), id);
	const juror = members.find(({ role }) => role === 'juror')?.id ?? '';
	const deputy = { ...member, role: 'deputy', jurorKind: null, hasVote: false, deputyFor: juror } as const;
	expect(await refusalOf(saveMember(as('hanna'), { id, input: { ...deputy, name, email } }))).toBe('422 is-owner');
});

test('published only with both: the owner says yes to what is finished, the town publishes', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest' });
	const release = async (who: 'hanna' | 'ines' | 'renate') =>
		releaseDraft(as(who), { id, version: (await findProcedure(as('ines'), id)).row.version });
	expect(await refusalOf(release('hanna'))).toBe('409 not-ready');
	await stepProcedure(as('ines'), { id, step: 'finish' });
	const asked = await db.select().from(notices).where(eq(notices.kind, 'procedure-release'));
	expect(asked).toMatchObject([{ personId: cast.hanna.id, data: { href: `/buero/verfahren/${id}` } }]);
	const early = await publishProcedure(as('ines'), { id }).catch((error: unknown) => error);
	expect(early).toMatchObject({ status: 409, message: expect.stringContaining('nicht freigegeben') as string });
	for (const who of ['ines', 'renate'] as const) expect(await refusalOf(release(who)), who).toBe('403 forbidden');
	expect(await refusalOf(releaseDraft(as('hanna'), { id, version: 1 }))).toBe('409 changed-meanwhile');
	await release('hanna');
	expect(await refusalOf(release('hanna'))).toBe('409 released');
	const told = await db
		.select()
		.from(notices)
		.where(and(eq(notices.kind, 'procedure-released'), like(notices.subjectId, `${id}:%`)));
	expect(told.map(({ personId }) => personId)).toEqual([cast.ines.id]);
	expect((await findProcedure(as('hanna'), id)).history[0]).toMatchObject({ step: 'release', by: cast.hanna.name });
	expect(await refusalOf(publishProcedure(as('hanna'), { id }))).toBe('403 forbidden');
	expect(await refusalOf(moveProcedure(as('hanna'), { id, move: 'publish' }))).toBe('403 forbidden');
	expect(await refusalOf(publishProcedure(as('ines'), { id }))).toBe('409 too-few-keys');
});

test('a yes holds for the draft that it was said to: back in work it is gone', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest', isReady: true });
	expect(await db.select().from(notices).where(eq(notices.kind, 'procedure-release'))).toEqual([]);
	await releaseDraft(as('hanna'), { id, version: (await findProcedure(as('hanna'), id)).row.version });
	expect(await listOwnProcedures(as('hanna'))).toMatchObject([{ procedures: [{ state: 'ready', releasedAt: as(null).now }] }]);
	await stepProcedure(as('ines'), { id, step: 'reopen', reason: 'Ein Tag stimmt nicht.' });
	await stepProcedure(as('ines'), { id, step: 'finish' });
	expect((await findProcedure(as('hanna'), id)).row).toMatchObject({ state: 'ready', releasedAt: null, releasedBy: null });
});

test('to begin with, an owner finds the own houses and no others', async ({ as, db }) => {
	await recordHouse(as('ines'));
	const { id } = await recordOwnHouse({ as, db });
	expect((await findStart(as('hanna'), { raum: null, q: '' })).houses.map((one) => one.id)).toEqual([id]);
	expect(await refusalOf(findStart(as('amira'), { raum: null, q: '' }))).toBe('403 forbidden');
});

test('letters are written by whoever prepares, with what the procedure knows; nobody else finds them', async ({ as, db }) => {
	const { id } = await plantLight({ as, db }, { who: 'hanna', kind: 'expression_of_interest' });
	const asked = { id, key: 'besichtigung', baseUrl: 'https://raum.example' };
	expect((await listLetters(as('ines'), id)).filter(({ isNow }) => isNow)).toEqual([]);
	const start = await findLetterStart(as('hanna'), asked);
	expect(start.sender).toEqual({ ags: '12073008', name: cast.hanna.name, signatory: cast.hanna.name });
	expect(start.fields.find(({ name }) => name === 'seite')?.value).toBeNull();
	const written = letterForm.parse({
		...{ recipient: 'Werkhof\nMarkt 1', greeting: 'Guten Tag,', subject: start.subject, text: start.text, signatory: 'Hanna' },
		...{ senderName: 'Familie Lindner', termin: 'Dienstag', ort: 'vor der Tür' }
	});
	expect((await findLetterPreview(as('ines'), { ...asked, written })).plain).toContain(
		'Wir zeigen Euch gern „Gasthof am Marktplatz“: Dienstag'
	);
	expect((await findLetterPaper(as('hanna'), { ...asked, written })).recipient).toEqual(['Werkhof', 'Markt 1']);
	const open = { ...asked, written: { ...written, text: 'Hier: {seite}' } };
	expect(await refusalOf(findLetterPreview(as('ines'), open))).toBe('422 not-a-letter');
	for (const who of ['amira', 'oskar', 'friedrich'] as const)
		for (const read of [
			() => findLetterStart(as(who), asked),
			() => listLetters(as(who), id),
			() => findLetterPaper(as(who), { ...asked, written })
		])
			expect(await refusalOf(read()), who).toBe('404 not-found');
	expect(await refusalOf(findLetterStart(as('ines'), { ...asked, key: 'toString' }))).toBe('404 not-found');
});
