import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { candidates } from '#modules/judging/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { applicants, plantLocked, plantScored, putInto } from '#testing/published.ts';
import { cast } from '#testing/cast.ts';
import { decide, decideInput, keptFiles, plantDecided, plantRecommended, words } from '#testing/award.ts';
import { expect, now, test } from '#testing/world.ts';
import { cancelWithoutAward } from './cancel-without-award.ts';
import { decideAward } from './decide-award.ts';
import { restoreProcedure, withholdProcedure } from '#modules/procedures/server/withhold-procedure.ts';
import { announceLot } from './hold-lot.ts';
import { findOwnResult } from './find-own-result.ts';
import { findPublicResult } from './find-public-result.ts';
import { raiseObjection } from './raise-objection.ts';
import { recommendAward } from './recommend-award.ts';
import { awardLetters, awardPlaces, awards } from './tables.ts';
import { tellResult } from './tell-result.ts';

test('decided: everybody has a letter in the same moment, with their own points and nothing of the others', async ({ as, db }) => {
	const { id, conceptOf } = await plantDecided({ as, db });
	const letters = await db.select().from(awardLetters).where(eq(awardLetters.procedureId, id));
	expect(new Set(letters.map(({ sentAt }) => sentAt.getTime()))).toEqual(new Set([now.getTime()]));
	expect(letters.map(({ conceptId }) => conceptId).sort()).toEqual(Object.values(conceptOf).sort());
	const jonas = await findOwnResult(as('jonas'), conceptOf.jonas ?? '');
	const said = JSON.stringify(jonas.letter);
	expect(jonas.outcome).toBe('reserve');
	expect(said).toContain('Platz 2 von 3');
	expect(said).toContain('Den Zuschlag bekommt: Gruppe Amira Haddad.');
	expect(said).toContain('Bis zum 07.12.2026 könnt Ihr einen Einwand erheben');
	expect(said).not.toMatch(/Hanna|Konzept von Amira|100,00 von 100 Punkten/);
	expect(await sha256(canonical(jonas.letter))).toBe(jonas.hash);
	for (const who of ['ines', 'mara', 'amira', 'renate'] as const)
		await expect(findOwnResult(as(who), conceptOf.jonas ?? ''), who).rejects.toMatchObject({ status: 404 });
	const [sent] = await db
		.select()
		.from(recordEntries)
		.where(and(eq(recordEntries.recordId, id), eq(recordEntries.kind, 'letters.sent')));
	expect(sent?.facts).toEqual({ decision: 1, letters: 3 });
});

test('every group hears by notice, once, and the mail says nothing of what is in the letter', async ({ as, db }) => {
	const { id } = await plantDecided({ as, db });
	const event = { id: newId(), kind: 'award.told', subjectId: id, actorId: null, data: { decision: 1 } };
	for (let n = 0; n < 2; n++) await tellResult(as(null), event);
	const told = await db.select().from(notices).where(eq(notices.kind, 'award.told.1'));
	expect(told.map(({ personId }) => personId).sort()).toEqual(applicants.map((who) => cast[who].id).sort());
	expect(JSON.stringify(told)).not.toMatch(/Zuschlag|Platz|Nachr/);
});

test('excluded ones hear the reason and no points', async ({ as, db }) => {
	const planted = await plantLocked({ as, db });
	const hanna = planted.conceptOf.hanna ?? '';
	await db.update(candidates).set({ state: 'excluded', reason: 'Der Nachweis der Bank fehlt.' }).where(eq(candidates.conceptId, hanna));
	await recommendAward(as('ines'), { id: planted.id, input: words });
	await decide(as('ines'), planted);
	const { letter, outcome } = await findOwnResult(as('hanna'), hanna);
	expect(outcome).toBe('excluded');
	expect(JSON.stringify(letter)).toContain('Der Nachweis der Bank fehlt.');
	expect(JSON.stringify(letter)).not.toContain('Eure Punkte');
	expect(JSON.stringify((await findOwnResult(as('jonas'), planted.conceptOf.jonas ?? '')).letter)).toContain('Platz 2 von 2');
});

test('what stands against a decision is said, field by field, and nothing is decided or sent', async ({ as, db }) => {
	const stage = { as, db };
	const planted = await plantRecommended(stage);
	const { conceptOf, id } = planted;
	const [amira, jonas, hanna] = [conceptOf.amira ?? '', conceptOf.jonas ?? '', conceptOf.hanna ?? ''];
	const wrong: [Partial<ReturnType<typeof decideInput>>, string][] = [
		[{ decidedOn: '2026-11-23' }, 'future'],
		[{ decidedOn: '2026-11-21' }, 'before'],
		[{ votesFor: null, votesAgainst: null }, 'no-votes'],
		[{ votesFor: 7, votesAgainst: 7 }, 'no-majority'],
		[{ awarded: newId() }, 'no-winner'],
		[{ reserves: [amira] }, 'bad-reserve'],
		[{ awarded: jonas, reserves: [] }, 'no-deviation'],
		[{ reserves: [hanna] }, 'no-deviation']
	];
	for (const [over, code] of wrong) await expect(decide(as('ines'), planted, over), code).rejects.toMatchObject({ code });
	const input = decideInput({ awarded: amira });
	const { store, kept } = keptFiles();
	const attempt = (upload: { name: string; bytes: Uint8Array } | undefined) => decideAward(as('ines'), { id, store, upload, input });
	await expect(attempt(undefined)).rejects.toMatchObject({ code: 'no-document', status: 422 });
	await expect(attempt({ name: 'x.pdf', bytes: new TextEncoder().encode('kein PDF') })).rejects.toMatchObject({ code: 'upload-refused' });
	expect([...kept.keys(), ...(await db.select().from(awardLetters).where(eq(awardLetters.procedureId, id)))]).toEqual([]);
	await decide(as('ines'), planted, { awarded: jonas, reserves: [], deviation: 'Der Rat gewichtet die Nähe zur Schule höher.' });
	expect(JSON.stringify((await findOwnResult(as('hanna'), hanna)).letter)).toContain('Der Rat gewichtet die Nähe zur Schule höher.');
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'not-from-here' });
});

test('nobody gets it: called off with a reason, and everybody hears it by letter', async ({ as, db }) => {
	const planted = await plantLocked({ as, db });
	const { id, slug, conceptOf } = planted;
	await expect(cancelWithoutAward(as('ines'), { id, reason: ' ' })).rejects.toMatchObject({ code: 'no-reason' });
	await cancelWithoutAward(as('ines'), { id, reason: 'Kein Konzept trägt den Betrieb.' });
	const [row] = await db.select().from(procedures).where(eq(procedures.id, id));
	expect(row?.state).toBe('cancelled');
	for (const who of applicants)
		expect(JSON.stringify((await findOwnResult(as(who), conceptOf[who] ?? '')).letter)).toContain('Kein Konzept trägt den Betrieb.');
	expect(await findPublicResult(as(null), slug)).toMatchObject({ isNone: true, reasons: 'Kein Konzept trägt den Betrieb.', places: [] });
	await expect(decide(as('ines'), planted)).rejects.toMatchObject({ code: 'not-from-here' });
	await expect(raiseObjection(as('amira'), { conceptId: conceptOf.amira ?? '', text: 'Nein.' })).rejects.toMatchObject({ code: 'not-now' });
});

test('nobody ends a procedure of others without an award', async ({ as, db }) => {
	const [one, other] = [await plantDecided({ as, db }), await plantRecommended({ as, db })];
	await cancelWithoutAward(as('ines'), { id: other.id, reason: 'Der Haushalt ist gesperrt.' });
	const rows = await db.select().from(awardPlaces).where(eq(awardPlaces.procedureId, one.id));
	expect(rows.filter(({ outcome }) => outcome === 'awarded')).toHaveLength(1);
});

test('in no other state is anything recommended, decided, drawn or objected to', async ({ as, db }) => {
	const planted = await plantScored({ as, db });
	const { id, conceptOf } = planted;
	for (const state of ['open', 'closed', 'precheck', 'scoring', 'option', 'contract', 'works', 'done', 'cancelled'] as const) {
		await putInto({ as, db }, id, state);
		const tries = {
			recommend: () => recommendAward(as('ines'), { id, input: words }),
			decide: () => decide(as('ines'), planted),
			lot: () => announceLot(as('ines'), { id }),
			cancel: () => cancelWithoutAward(as('ines'), { id, reason: 'Grund' }),
			object: () => raiseObjection(as('jonas'), { conceptId: conceptOf.jonas ?? '', text: 'Nein.' })
		};
		for (const [name, attempt] of Object.entries(tries)) await expect(attempt(), `${state} ${name}`).rejects.toBeInstanceOf(Refusal);
	}
	expect(await db.$count(awards, eq(awards.procedureId, id))).toBe(0);
	expect(await db.$count(recordEntries, eq(recordEntries.recordId, id))).toBe(1);
});

test('a result that the operator withholds is gone for everybody, and comes back', async ({ as, db }) => {
	const { id, slug } = await plantDecided({ as, db });
	await withholdProcedure(as('renate'), id);
	for (const who of ['ines', 'amira', null] as const) await expect(findPublicResult(as(who), slug)).rejects.toMatchObject({ status: 404 });
	await restoreProcedure(as('renate'), id);
	expect((await findPublicResult(as(null), slug)).slug).toBe(slug);
});
