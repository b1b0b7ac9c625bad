import { forgetHouse } from '#testing/forget-record.ts';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { awards } from '#modules/awards/server/tables.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { recordEntries, recordSecrets } from '#modules/records/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { kindsOf, later, memoryStore, plantOption, refusalOf, stateOf, terms, told } from '#testing/options.ts';
import { plantAward } from '#testing/published.ts';
import { expect, now, test } from '#testing/world.ts';
import { callSuccessor } from './call-successor.ts';
import { closeRemedy } from './close-remedy.ts';
import { decideMilestone } from './decide-milestone.ts';
import { declareReturn } from './declare-return.ts';
import { endOption } from './end-option.ts';
import { endWithProcedure } from './end-with-procedure.ts';
import { extendOption } from './extend-option.ts';
import { findOptionDesk } from './find-option-desk.ts';
import { findOwnOption } from './find-own-option.ts';
import { grantOption } from './grant-option.ts';
import { listOwnOptions } from './list-own-options.ts';
import { loadOptionStand } from './load-option-stand.ts';
import { removeMilestone } from './remove-milestone.ts';
import { saveMilestone } from './save-milestone.ts';
import { setRemedy } from './set-remedy.ts';
import { signContract } from './sign-contract.ts';
import { options } from './tables.ts';
import { tendOptions } from './tend-options.ts';

test('the house goes to whoever was chosen, with milestones and a talk; the procedure, the record and the group know', async ({
	as,
	db
}) => {
	const { id, milestones, talks, conceptOf } = await plantOption({ as, db });
	const { current, next, behind } = await findOptionDesk(as('ines'), id);
	expect(current?.option).toMatchObject({
		holderName: 'Gruppe Amira Haddad',
		turn: 1,
		feeCents: 50_000,
		feeIsCredited: true,
		conceptId: conceptOf.amira
	});
	expect(milestones).toHaveLength(4);
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
		await forgetHouse(pool, houseId);
		await pool.query('delete from notices');
		await pool.query('delete from notices where person_id = any($1)', [[cast.amira.id, cast.jonas.id, cast.hanna.id]]);
	}
});

test('twenty procedures at once for one house, as a whole and in parts: never the house and a room of it, never a room twice', async ({
	pool,
	as
}) => {
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
				.query('insert into option_holds (id, option_id, property_id, unit_id) values ($1, $2, $3, $4)', [
					newId(),
					optionId,
					houseId,
					unitId
				])
				.then(
					() => 'held',
					(error: { code: string }) => error.code
				);
		const all = await Promise.all(wanted.map(hold));
		expect(all.filter((one) => !['held', '23505', '23P01', '40P01'].includes(one))).toEqual([]);
		const { rows } = await pool.query<{ unit_id: string | null }>(
			'select unit_id from option_holds where property_id = $1 and ended_at is null',
			[houseId]
		);
		expect(rows.length).toBe(all.filter((one) => one === 'held').length);
		expect(rows.length).toBeGreaterThan(0);
		const isWhole = rows.some(({ unit_id: unitId }) => unitId === null);
		expect(isWhole ? rows.length : new Set(rows.map(({ unit_id: unitId }) => unitId)).size).toBe(isWhole ? 1 : rows.length);
		expect(await hold(isWhole ? (unitIds[0] ?? null) : null)).toBe('23P01');
	} finally {
		await forgetHouse(pool, houseId);
		await pool.query('delete from notices');
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
	expect(current?.option).toMatchObject({
		conceptId: conceptOf.jonas,
		turn: 2,
		startsOn: '2026-11-27',
		endsOn: '2027-09-23',
		feeCents: 50_000
	});
	expect([former.map(({ state }) => state), next]).toEqual([['returned'], []]);
	expect(await told(as(null), 'jonas', 'option-granted')).toHaveLength(1);
	expect(await loadOptionStand(as(null), id)).toMatchObject({ turn: 2, holder: null, done: 0, of: 4 });
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
	for (const who of ['oskar', 'friedrich', 'amira', 'jonas'] as const)
		expect(await refusalOf(findOptionDesk(as(who), id)), who).toBe('404 not-found');
	expect(await refusalOf(findOptionDesk(as(null), id))).toMatch(/^401/);
	for (const who of ['jonas', 'ines', 'renate', 'oskar'] as const)
		expect(await refusalOf(findOwnOption(as(who), { id: optionId })), who).toBe('404 not-found');
	expect((await findOwnOption(as('amira'), { id: optionId })).role).toBe('lead');
});

test('one extension with a reason, the second was not agreed; an old page overwrites nothing', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	const extend = (version: number, endsOn: string) =>
		refusalOf(extendOption(as('ines'), { id, version, endsOn, reason: 'Der Bauantrag braucht länger.' }));
	expect(await extend(9, '2027-12-31')).toBe('409 changed-meanwhile');
	expect(await extend(1, '2027-12-31')).toBe('done');
	expect(await extend(2, '2028-03-31')).toBe('409 no-more-extensions');
	expect((await findOptionDesk(as('ines'), id)).current?.option).toMatchObject({
		state: 'extended',
		endsOn: '2027-12-31',
		extensionCount: 1
	});
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
	expect(current?.milestones).toHaveLength(4);
});

test('a cancelled procedure takes its option along, and the house is free', async ({ as, db }) => {
	const { id, houseId } = await plantOption({ as, db });
	await moveProcedure(as('ines'), { id, move: 'cancel', reason: 'Das Haus wird Schule.' });
	await endWithProcedure(as(null), { id });
	await endWithProcedure(as(null), { id });
	const [row] = await db.select().from(options).where(eq(options.procedureId, id));
	expect(row).toMatchObject({ state: 'lapsed', endReason: 'Das Haus wird Schule.' });
	const { rows } = await db.execute(sql`select 1 from option_holds where property_id = ${houseId} and ended_at is null`);
	expect(rows).toEqual([]);
	expect(await told(as(null), 'amira', 'option-cancelled')).toHaveLength(1);
});
