import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { Refusal } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { awards } from '#modules/awards/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { memoryStore, plantOption, terms } from '#testing/options.ts';
import { plantAward, putInto } from '#testing/published.ts';
import { expect, now, test } from '#testing/world.ts';
import { beginUse } from './begin-use.ts';
import { beginWorks } from './begin-works.ts';
import { callSuccessor } from './call-successor.ts';
import { closeRemedy } from './close-remedy.ts';
import { decideMilestone } from './decide-milestone.ts';
import { declareReturn } from './declare-return.ts';
import { endOption } from './end-option.ts';
import { endWithProcedure } from './end-with-procedure.ts';
import { extendOption } from './extend-option.ts';
import { findOptionDesk } from './find-option-desk.ts';
import { findDeskPhoto, findOwnPhoto } from './find-option-photo.ts';
import { findOwnOption } from './find-own-option.ts';
import { grantOption } from './grant-option.ts';
import { listOwnOptions, listPassedOver } from './list-own-options.ts';
import { loadOptionStand } from './load-option-stand.ts';
import { removeMilestone } from './remove-milestone.ts';
import { reportProgress } from './report-progress.ts';
import { saveMilestone } from './save-milestone.ts';
import { saveTalk } from './save-talk.ts';
import { seekAgain } from './seek-again.ts';
import { setRemedy } from './set-remedy.ts';
import { signContract } from './sign-contract.ts';
import { options, optionMilestones } from './tables.ts';
import { tendOptions } from './tend-options.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => {
			if (error instanceof Refusal) return `${error.status} ${error.code}`;
			throw error;
		}
	);
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });
const stateOf = async ({ db }: Pick<Ctx, 'db'>, id: string) => (await db.select().from(procedures).where(eq(procedures.id, id)))[0]?.state;
const kindsOf = async ({ db }: Pick<Ctx, 'db'>, id: string) =>
	(await db.select({ kind: recordEntries.kind }).from(recordEntries).where(eq(recordEntries.recordId, id)).orderBy(recordEntries.seq)).map(({ kind }) => kind);
const versionOf = async (ctx: Ctx, id: string) => (await findOptionDesk(ctx, id)).current?.option.version ?? 0;
const photo = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#886' } }).jpeg().toBuffer();
const told = async ({ db }: Pick<Ctx, 'db'>, who: keyof typeof cast, kind: string) =>
	(await db.select().from(notices).where(eq(notices.personId, cast[who].id))).filter((one) => one.kind === kind);

test('the house goes to whoever was chosen, with milestones and a talk; the procedure, the record and the group know', async ({ as, db }) => {
	const { id, milestones, talks, conceptOf } = await plantOption({ as, db });
	const { current, next, behind } = await findOptionDesk(as('ines'), id);
	expect(current?.option).toMatchObject({ holderName: 'Gruppe Amira Haddad', turn: 1, feeCents: 50_000, feeIsCredited: true, conceptId: conceptOf.amira });
	expect(milestones).toHaveLength(5);
	expect(talks.map(({ on }) => on)).toEqual(['2027-03-22']);
	expect([next, behind]).toEqual([[{ conceptId: conceptOf.jonas, text: 'Gruppe Jonas Weber, Rang 2' }], []]);
	expect(await stateOf(as(null), id)).toBe('option');
	expect((await kindsOf(as(null), id)).at(-1)).toBe('procedure.grant');
	const [notice] = await told(as(null), 'amira', 'option-granted');
	expect(notice?.data).toMatchObject({ inMail: { href: '/anhandgabe' } });
});

test('what everybody may read of the record names nobody; the name is only committed to', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.recordId, id));
	expect(JSON.stringify(entries)).not.toContain('Amira');
	const secrets = await db.select().from(recordSecrets).where(eq(recordSecrets.recordId, id));
	expect(JSON.stringify(secrets)).toContain('Gruppe Amira Haddad');
});

test('during the standstill nobody is given the house, and nothing lapses or is signed', async ({ as, db }) => {
	const { id } = await plantAward({ as, db });
	const until = new Date(now.getTime() + 10 * 86_400_000);
	await db.update(awards).set({ standstillUntil: until });
	expect(await refusalOf(grantOption(as('ines'), { id, input: terms({ as, db }) }))).toBe('409 standstill');
	expect((await findOptionDesk(as('ines'), id)).whyNot).toContain('02.12.2026');
	await db.update(awards).set({ standstillUntil: now });
	await grantOption(as('ines'), { id, input: terms({ as, db }) });
	const far = later(as('ines'), 400);
	await db.update(awards).set({ standstillUntil: new Date(far.now.getTime() + 86_400_000) });
	const ending = { id, version: 1, step: 'lapse', reason: 'Nichts gehört.' } as const;
	expect(await refusalOf(endOption(far, ending))).toBe('409 standstill');
	const contract = { id, version: 1, contractOn: '2027-01-10', contractKind: 'lease', document: undefined, store: memoryStore() } as const;
	expect(await refusalOf(signContract(far, contract))).toBe('409 standstill');
	await db.update(awards).set({ standstillUntil: now });
	expect(await refusalOf(endOption(far, ending))).toBe('done');
});

test('twenty at once grant the same house: one of them does', async ({ pool, as }) => {
	const { openDb } = await import('#lib/server/db.ts');
	const db = openDb(pool);
	const stage = { db, as: (who: Parameters<typeof as>[0]) => ({ ...as(who), db }) };
	const { id, houseId } = await plantAward(stage);
	try {
		const input = terms(stage);
		const all = await Promise.all(Array.from({ length: 20 }, () => refusalOf(grantOption(stage.as('ines'), { id, input }))));
		expect(all.filter((one) => one === 'done')).toHaveLength(1);
		expect(new Set(all)).toEqual(new Set(['done', '409 not-from-here']));
		const { rows } = await pool.query('select count(*)::int as n from option_holds where property_id = $1 and ended_at is null', [houseId]);
		expect(rows).toEqual([{ n: 1 }]);
	} finally {
		await pool.query('delete from record_secrets where record_id = $1', [id]);
		await pool.query('delete from record_entries where record_id = $1', [id]).catch(() => {});
		await pool.query('delete from record_chains where record_id = $1', [id]);
		await pool.query('delete from properties where id = $1', [houseId]);
		await pool.query('delete from notices where person_id = any($1)', [[cast.amira.id, cast.jonas.id, cast.hanna.id]]);
	}
});

test('twenty procedures at once for one house, as a whole and in parts: never the house and a room of it, never a room twice', async ({ pool, as }) => {
	const { openDb } = await import('#lib/server/db.ts');
	const db = openDb(pool);
	const stage = { db, as: (who: Parameters<typeof as>[0]) => ({ ...as(who), db }) };
	const { id, houseId } = await plantAward(stage);
	const optionId = await grantOption(stage.as('ines'), { id, input: terms(stage) });
	const unitIds = [newId(), newId()];
	try {
		await pool.query('update option_holds set ended_at = now() where option_id = $1', [optionId]);
		for (const unitId of unitIds) await pool.query(`insert into units (id, property_id, label) values ($1, $2, 'Raum')`, [unitId, houseId]);
		const wanted = Array.from({ length: 20 }, (_, n) => (n % 3 === 0 ? null : (unitIds[n % 2] ?? null)));
		const hold = (unitId: string | null) =>
			pool
				.query('insert into option_holds (id, option_id, property_id, unit_id) values ($1, $2, $3, $4)', [newId(), optionId, houseId, unitId])
				.then(() => 'held', (error: { code: string }) => error.code);
		const all = await Promise.all(wanted.map(hold));
		expect(all.filter((one) => !['held', '23505', '23P01', '40P01'].includes(one))).toEqual([]);
		const { rows } = await pool.query<{ unit_id: string | null }>('select unit_id from option_holds where property_id = $1 and ended_at is null', [houseId]);
		expect(rows.length).toBe(all.filter((one) => one === 'held').length);
		expect(rows.length).toBeGreaterThan(0);
		const isWhole = rows.some(({ unit_id: unitId }) => unitId === null);
		expect(isWhole ? rows.length : new Set(rows.map(({ unit_id: unitId }) => unitId)).size).toBe(isWhole ? 1 : rows.length);
		expect(await hold(isWhole ? (unitIds[0] ?? null) : null)).toBe('23P01');
	} finally {
		await pool.query('delete from record_secrets where record_id = $1', [id]);
		await pool.query('delete from record_entries where record_id = $1', [id]).catch(() => {});
		await pool.query('delete from record_chains where record_id = $1', [id]);
		await pool.query('delete from properties where id = $1', [houseId]);
		await pool.query('delete from notices where person_id = any($1)', [[cast.amira.id, cast.jonas.id, cast.hanna.id]]);
	}
});

test('a second procedure for the same house is refused with a sentence, until the first option has ended', async ({ as, db }) => {
	const first = await plantOption({ as, db });
	const second = await plantAward({ as, db });
	await db.update(procedures).set({ propertyId: first.houseId }).where(eq(procedures.id, second.id));
	expect(await refusalOf(grantOption(as('ines'), { id: second.id, input: terms({ as, db }) }))).toBe('409 held');
	expect(await stateOf(as(null), second.id)).toBe('decided');
	await endOption(as('ines'), { id: first.id, version: 1, step: 'give_back', reason: 'Die Gruppe hat etwas anderes gefunden.' });
	expect(await refusalOf(grantOption(as('ines'), { id: second.id, input: terms({ as, db }) }))).toBe('done');
});

test('given back: the house is free, whoever waits moves up with one click and the same terms, and there it ends', async ({ as, db }) => {
	const { id, conceptOf } = await plantOption({ as, db });
	await declareReturn(as('amira'), { id: (await listOwnOptions(as('amira')))[0]?.id ?? '', reason: 'Uns fehlt das Geld.' });
	expect(await stateOf(as(null), id)).toBe('option');
	expect(await told(as(null), 'ines', 'option-return')).toHaveLength(1);
	await endOption(as('ines'), { id, version: 2, step: 'give_back', reason: 'Rückgabe vom 22.11.2026.' });
	expect(await stateOf(as(null), id)).toBe('decided');
	expect(await loadOptionStand(as(null), id)).toBeNull();
	const soon = later(as('ines'), 5);
	await callSuccessor(soon, { id });
	const { current, former, next } = await findOptionDesk(soon, id);
	expect(current?.option).toMatchObject({ conceptId: conceptOf.jonas, turn: 2, startsOn: '2026-11-27', endsOn: '2027-09-23', feeCents: 50_000 });
	expect([former.map(({ state }) => state), next]).toEqual([['returned'], []]);
	expect(await told(as(null), 'jonas', 'option-granted')).toHaveLength(1);
	expect(await loadOptionStand(as(null), id)).toMatchObject({ turn: 2, holder: null, done: 0, of: 5 });
	await endOption(soon, { id, version: 1, step: 'give_back', reason: 'Auch Jonas gibt zurück.' });
	expect(await refusalOf(callSuccessor(soon, { id }))).toBe('409 nobody-waits');
});

test('two share a rank: the office chooses, and nobody else can be chosen', async ({ as, db }) => {
	const { id, conceptOf } = await plantOption({ as, db });
	await db.execute(sql`update award_places set outcome = 'reserve', rank = 2 where concept_id = ${conceptOf.hanna}`);
	await endOption(as('ines'), { id, version: 1, step: 'give_back', reason: 'Zurück.' });
	expect(await refusalOf(callSuccessor(as('ines'), { id }))).toBe('422 choose');
	expect(await refusalOf(callSuccessor(as('ines'), { id, conceptId: conceptOf.amira }))).toBe('422 not-next');
	expect(await refusalOf(callSuccessor(as('ines'), { id, conceptId: conceptOf.hanna }))).toBe('done');
});

test('only whoever leads reads the names of those who wait; the administrator reads numbers', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	expect((await findOptionDesk(as('ines'), id)).next[0]?.text).toContain('Jonas');
	expect((await findOptionDesk(as('renate'), id)).next[0]?.text).toBe('Konzept 2, Rang 2');
});

test('who is no desk finds nothing, whoever they are in the procedure', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	for (const who of ['oskar', 'friedrich', 'amira', 'jonas'] as const) expect(await refusalOf(findOptionDesk(as(who), id)), who).toBe('404 not-found');
	expect(await refusalOf(findOptionDesk(as(null), id))).toMatch(/^401/);
	for (const who of ['jonas', 'ines', 'renate', 'oskar'] as const) expect(await refusalOf(findOwnOption(as(who), { id: optionId })), who).toBe('404 not-found');
	expect((await findOwnOption(as('amira'), { id: optionId })).role).toBe('lead');
});

test('one extension with a reason, the second was not agreed; an old page overwrites nothing', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	const extend = (version: number, endsOn: string) => refusalOf(extendOption(as('ines'), { id, version, endsOn, reason: 'Der Bauantrag braucht länger.' }));
	expect(await extend(9, '2027-12-31')).toBe('409 changed-meanwhile');
	expect(await extend(1, '2027-12-31')).toBe('done');
	expect(await extend(2, '2028-03-31')).toBe('409 no-more-extensions');
	expect((await findOptionDesk(as('ines'), id)).current?.option).toMatchObject({ state: 'extended', endsOn: '2027-12-31', extensionCount: 1 });
	const [entry] = await db.select().from(recordEntries).where(eq(recordEntries.kind, 'option.extended'));
	expect(entry?.facts).toMatchObject({ until: '2027-12-31', count: 1, reason: 'Der Bauantrag braucht länger.' });
});

test('a period to remedy keeps an option alive past its end; wasted, a person states that it has lapsed', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	const end = later(as('ines'), 295);
	await setRemedy(end, { id, what: 'Der Finanzplan liegt vor.', until: '2027-11-10' });
	expect(await refusalOf(setRemedy(end, { id, what: 'Noch eine.', until: '2027-11-11' }))).toBe('409 one-runs');
	const after = later(as('ines'), 320);
	const lapse = { id, version: 1, step: 'lapse', reason: 'Die Nachfrist ist verstrichen.' } as const;
	expect(await refusalOf(endOption(after, lapse))).toBe('409 remedy-runs');
	const remedyId = (await findOptionDesk(after, id)).current?.remedies[0]?.id ?? '';
	expect(await refusalOf(closeRemedy(after, { id, remedyId, outcome: 'failed' }))).toBe('409 remedy-runs');
	const over = later(as('ines'), 355);
	await tendOptions({ ...over, actor: null });
	expect(await told(as(null), 'ines', 'option-remedy-over')).toHaveLength(1);
	expect((await findOptionDesk(over, id)).current?.option.state).toBe('active');
	await closeRemedy(over, { id, remedyId, outcome: 'failed' });
	await endOption(over, lapse);
	expect((await findOptionDesk(over, id)).former.map(({ state }) => state)).toEqual(['lapsed']);
});

test('by the link of a mail a phone reports with a sentence and a photo; the office confirms it or says what is missing', async ({ as, db }) => {
	const { id, optionId, milestones } = await plantOption({ as, db });
	const store = memoryStore();
	const link = await signLink(as(null), { purpose: 'option', data: { option: optionId }, days: 30 });
	const milestoneId = milestones[0]?.id ?? '';
	const upload = { name: 'verein.jpg', bytes: new Uint8Array(await photo()) };
	await reportProgress(as(null), { key: { link }, input: { milestoneId, text: 'Der Verein ist gegründet.' }, photo: upload, store });
	const found = await findOwnOption(as(null), { link });
	expect(found.milestones[0]).toMatchObject({ state: 'reported', reports: [{ text: 'Der Verein ist gegründet.', hasPhoto: true }] });
	const reportId = found.milestones[0]?.reports[0]?.id ?? '';
	expect(store.files.has((await findDeskPhoto(as('ines'), { id, reportId }))[1] ?? '')).toBe(true);
	expect(await findOwnPhoto(as(null), { key: { link }, reportId })).toHaveLength(2);
	expect(await refusalOf(findDeskPhoto(as('oskar'), { id, reportId }))).toBe('404 not-found');
	expect(await told(as(null), 'ines', 'option-report')).toHaveLength(1);
	await decideMilestone(as('ines'), { id, milestoneId, move: 'reject', reason: 'Bitte noch den Auszug aus dem Register.' });
	expect((await findOwnOption(as(null), { link })).milestones[0]?.reason).toContain('Register');
	await reportProgress(as('amira'), { key: { id: optionId }, input: { milestoneId, text: 'Hier ist er.' }, photo: undefined, store });
	await decideMilestone(as('ines'), { id, milestoneId, move: 'confirm' });
	expect(await loadOptionStand(as(null), id)).toEqual({ state: 'active', from: '2026-11-22', until: '2027-09-18', done: 1, of: 5, turn: 1, holder: 'Gruppe Amira Haddad' });
	const again = { key: { link }, input: { milestoneId, text: 'Noch mal.' }, photo: undefined, store };
	expect(await refusalOf(reportProgress(as(null), again))).toBe('422 confirmed');
	expect((await kindsOf(as(null), id)).slice(-4)).toEqual(['option.milestone_reported', 'option.milestone_rejected', 'option.milestone_reported', 'option.milestone_confirmed']);
	expect(JSON.stringify(await db.select({ facts: recordEntries.facts }).from(recordEntries))).not.toContain('Der Verein ist gegründet.');
});

test('a link for something else, of another option or after the end reports nothing; what is no photo is refused and nothing of it stays', async ({ as, db }) => {
	const { id, optionId, milestones } = await plantOption({ as, db });
	const store = memoryStore();
	const input = { milestoneId: undefined, text: 'Wir sind da.' };
	const other = await signLink(as(null), { purpose: 'follow-report', data: { option: optionId }, days: 30 });
	expect(await refusalOf(reportProgress(as(null), { key: { link: other }, input, photo: undefined, store }))).toBe('410 link-invalid');
	const link = await signLink(as(null), { purpose: 'option', data: { option: optionId }, days: 30 });
	const bad = { name: 'plan.txt', bytes: new TextEncoder().encode('kein Bild') };
	expect(await refusalOf(reportProgress(as(null), { key: { link }, input, photo: bad, store }))).toBe('422 upload-refused');
	const strange = { milestoneId: newId(), text: 'Fremd.' };
	const good = { name: 'a.jpg', bytes: new Uint8Array(await photo()) };
	expect(await refusalOf(reportProgress(as(null), { key: { link }, input: strange, photo: good, store }))).toBe('422 gone');
	expect(store.files.size).toBe(0);
	await endOption(as('ines'), { id, version: 1, step: 'give_back', reason: 'Zurück.' });
	expect(await refusalOf(reportProgress(as(null), { key: { link }, input, photo: undefined, store }))).toBe('409 over');
	expect(milestones).toHaveLength(5);
});

test('milestones are added, moved and struck; not past the end, not once confirmed, not unseen by another', async ({ as, db }) => {
	const { id, milestones } = await plantOption({ as, db });
	const input = { milestoneId: undefined, version: undefined, title: 'Ein Fest', description: '', dueOn: '2027-05-01' };
	await saveMilestone(as('ines'), { id, input });
	expect(await refusalOf(saveMilestone(as('ines'), { id, input: { ...input, dueOn: '2028-01-01' } }))).toBe('422 after');
	const [first] = milestones;
	const change = { ...input, milestoneId: first?.id, version: 1, title: 'Der Verein ist eingetragen' };
	await saveMilestone(as('ines'), { id, input: change });
	expect(await refusalOf(saveMilestone(as('ines'), { id, input: change }))).toBe('409 changed-meanwhile');
	await decideMilestone(as('ines'), { id, milestoneId: first?.id ?? '', move: 'confirm' });
	expect(await refusalOf(saveMilestone(as('ines'), { id, input: { ...change, version: 3 } }))).toBe('409 confirmed');
	expect(await refusalOf(removeMilestone(as('ines'), { id, milestoneId: first?.id ?? '' }))).toBe('409 begun');
	await removeMilestone(as('ines'), { id, milestoneId: milestones[1]?.id ?? '' });
	const { current } = await findOptionDesk(as('ines'), id);
	expect(current?.milestones.map(({ title }) => title)).toContain('Ein Fest');
	expect(current?.milestones).toHaveLength(5);
});

test('a talk that lies ahead has no minutes yet; what was said is read by both sides', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	const talk = { talkId: undefined, on: '2026-12-01', isHeld: true, note: 'Es hakt beim Geld.' };
	expect(await refusalOf(saveTalk(as('ines'), { id, input: talk }))).toBe('422 future');
	expect(await refusalOf(saveTalk(as('ines'), { id, input: { ...talk, on: '2026-11-20', note: '' } }))).toBe('422 no-note');
	await saveTalk(as('ines'), { id, input: { ...talk, on: '2026-11-20' } });
	expect((await findOwnOption(as('amira'), { id: optionId })).talks.map(({ note }) => note)).toContain('Es hakt beim Geld.');
});

test('the nightly job: one reminder per level, to the group first, then to both, then to the desk; a second night says nothing', async ({ as, db }) => {
	const { id, milestones } = await plantOption({ as, db });
	const [first] = milestones;
	await db.delete(optionMilestones).where(sql`${optionMilestones.id} <> ${first?.id}`);
	await db.update(optionMilestones).set({ dueOn: '2027-01-31' });
	const night = (day: string) => tendOptions({ ...as(null), now: new Date(`${day}T05:00:00Z`) });
	const reminded: number[] = [];
	for (const day of ['2027-01-01', '2027-01-17', '2027-01-18', '2027-02-01', '2027-02-14', '2027-02-28', '2027-03-14', '2027-03-15'])
		reminded.push((await night(day)).reminded);
	expect(reminded).toEqual([0, 1, 0, 1, 1, 1, 1, 0]);
	expect(await told(as(null), 'amira', 'option-due')).toHaveLength(4);
	expect(await told(as(null), 'ines', 'option-late')).toHaveLength(2);
	expect((await night('2027-08-01')).warned).toBe(1);
	expect((await night('2027-09-20')).warned).toBe(1);
	expect((await night('2027-09-21')).warned).toBe(0);
	expect((await told(as(null), 'ines', 'option-end')).map(({ data }) => data.title).join()).toContain('vorbei');
	expect((await findOptionDesk(as('ines'), id)).current?.option.state).toBe('active');
});

test('contract, works, use: the register follows, those who did not get it are offered to seek again', async ({ as, db }) => {
	const planted = await plantAward({ as, db });
	await db.update(properties).set({ lifecycleState: 'available' }).where(eq(properties.id, planted.houseId));
	const { id } = planted;
	await grantOption(as('ines'), { id, input: terms({ as, db }) });
	const lifecycle = async () => (await db.select().from(properties).where(eq(properties.id, planted.houseId)))[0]?.lifecycleState;
	expect(await lifecycle()).toBe('reserved');
	expect((await listPassedOver(as('hanna'))).map(({ title }) => title)).toEqual(['Konzept von Hanna Lindner']);
	expect(await listPassedOver(as('jonas'))).toEqual([]);
	const at = later(as('ines'), 100);
	const store = memoryStore();
	const document = { name: 'vertrag.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') };
	await signContract(at, { id, version: 1, contractOn: '2027-02-20', contractKind: 'heritable_right', document, store });
	expect([await stateOf(as(null), id), store.files.size]).toEqual(['contract', 1]);
	expect(await told(as(null), 'jonas', 'option-seek-again')).toHaveLength(1);
	expect(await told(as(null), 'amira', 'option-seek-again')).toEqual([]);
	expect(await listPassedOver(as('jonas'))).toHaveLength(1);
	expect(await refusalOf(beginWorks(at, { id, on: '2027-02-19' }))).toBe('422 day');
	await beginWorks(at, { id, on: '2027-02-25' });
	expect(await lifecycle()).toBe('in_works');
	await beginUse(at, { id, on: '2027-03-01' });
	expect([await lifecycle(), await stateOf(as(null), id)]).toEqual(['reused', 'done']);
	expect(await told(as(null), 'amira', 'option-used')).toHaveLength(1);
	expect(await refusalOf(endOption(at, { id, version: await versionOf(at, id), step: 'lapse', reason: 'Zu spät.' }))).toBe('409 not-from-here');
});

test('whoever lost seeks again with one click: a draft of the concept, and only one', async ({ as, db }) => {
	const { conceptOf } = await plantOption({ as, db });
	const conceptId = conceptOf.hanna ?? '';
	const once = await seekAgain(as('hanna'), { conceptId });
	expect(once.is).toBe('draft');
	expect(await seekAgain(as('hanna'), { conceptId })).toEqual(once);
	for (const who of ['amira', 'jonas', 'ines'] as const) expect(await refusalOf(seekAgain(as(who), { conceptId })), who).toBe('404 not-found');
	await db.execute(sql`update space_requests set request_state = 'paused' where id = ${once.id}`);
	expect(await refusalOf(seekAgain(as('hanna'), { conceptId }))).toMatch(/^422/);
	await db.execute(sql`update space_requests set uses = '{cafe}' where id = ${once.id}`);
	expect(await seekAgain(as('hanna'), { conceptId })).toEqual({ id: once.id, is: 'shown' });
});

test('a cancelled procedure takes its option along, and the house is free', async ({ as, db }) => {
	const { id, houseId } = await plantOption({ as, db });
	await putInto({ db, as }, id, 'cancelled');
	await endWithProcedure(as(null), { id, reason: 'Das Haus wird Schule.' });
	await endWithProcedure(as(null), { id, reason: 'Noch einmal.' });
	const [row] = await db.select().from(options).where(eq(options.procedureId, id));
	expect(row).toMatchObject({ state: 'lapsed', endReason: 'Das Haus wird Schule.' });
	const { rows } = await db.execute(sql`select 1 from option_holds where property_id = ${houseId} and ended_at is null`);
	expect(rows).toEqual([]);
});
