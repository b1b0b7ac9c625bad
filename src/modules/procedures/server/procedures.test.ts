import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { plantDirect } from '#testing/direct.ts';
import { recordHouse } from '#testing/houses.ts';
import { plantLight } from '#testing/light.ts';
import { basics, leafInput, plantProcedure, plantWholeProcedure } from '#testing/procedures.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { ProcedureConflict } from '../conflict.ts';
import { leavesOf } from '../criteria.ts';
import { attachFile, detachFile } from './change-files.ts';
import { changeProcedure } from './change-procedure.ts';
import { beginLight } from './begin-light.ts';
import { compareProcedures, listComparable } from './compare-procedures.ts';
import { createProcedure } from './create-procedure.ts';
import { exportCriteria } from './export-criteria.ts';
import { findCall, findCallPaper, findProcedureFile } from './find-call.ts';
import { findCriteria, findMembers, findProcedure, findProcedureHead, findRehearsal, findTimeline } from './find-procedure.ts';
import { listProcedures } from './list-procedures.ts';
import { movePart } from './move-part.ts';
import { removePart } from './remove-part.ts';
import { saveLeaf } from './save-leaf.ts';
import { saveTimeline, proposeTimeline } from './save-timeline.ts';
import { inventTrials, saveTrial } from './save-trial.ts';
import { balanceWeights, setWeights } from './set-weights.ts';
import { stepProcedure } from './step-procedure.ts';
import { procedureFiles, procedures } from './tables.ts';
import { takeCriteria } from './take-criteria.ts';

const refusalOf = (tried: Promise<unknown>) =>
	tried.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : Promise.reject(error))
	);
const everything = { states: null, page: 1 };

test('begun in a minute: a lead, days ahead, criteria that come to 100', async ({ as, db }) => {
	const { id } = await plantProcedure({ as, db });
	const { members } = await findMembers(as('ines'), id);
	expect(members).toMatchObject([{ role: 'manager', name: 'Ines Krüger', hasAccount: true }]);
	const { timeline, findings } = await findTimeline(as('ines'), id);
	expect(timeline.publish).toEqual({ day: '2026-12-21' });
	expect(findings?.filter(({ kind }) => kind === 'error')).toEqual([]);
	const { criteria, warnings } = await findCriteria(as('ines'), id);
	expect(leavesOf(criteria).reduce((sum, { weight }) => sum + weight, 0)).toBe(1000);
	expect(warnings).toEqual([]);
	expect((await findProcedure(as('ines'), id)).missing.map(({ text }) => text)).toEqual([
		'Das Ziel ist noch nicht beschrieben.',
		'Es steht noch nicht da, wo und wie man sich bewirbt.',
		'Die Jury braucht mindestens zwei Stimmen.'
	]);
});

test('a draft is nobody else’s: not its owner’s, not the network office’s, not a juror’s', async ({ as, db }) => {
	const { id } = await plantWholeProcedure({ as, db }, { isReady: false });
	for (const who of ['amira', 'hanna', 'friedrich', 'oskar'] as const) {
		for (const read of [findProcedureHead, findProcedure, findCriteria, findCall, exportCriteria])
			expect(await refusalOf(read(as(who), id)), `${who} ${read.name}`).toBe('404 not-found');
		const list = await listProcedures(as(who), everything).catch(() => ({ items: [], named: [] }));
		expect([...list.items, ...list.named].map((one) => one.id)).not.toContain(id);
	}
	expect(await refusalOf(findCall(as(null), id))).toBe('401 sign-in');
});

test('finished: whoever is named reads the call and nothing else, and hears of it; taken back they read nothing', async ({ as, db }) => {
	const { id } = await plantWholeProcedure({ as, db }, { isReady: true });
	const told = await db.select().from(notices).where(eq(notices.kind, 'procedure-ready'));
	expect(told).toMatchObject([{ personId: cast.amira.id, data: { href: `/buero/verfahren/${id}/aufruf` } }]);
	expect(await findProcedureHead(as('amira'), id)).toMatchObject({ isDesk: false, isWritable: false });
	expect((await listProcedures(as('amira'), everything)).named).toMatchObject([{ id }]);
	const call = JSON.stringify(await findCall(as('amira'), id));
	expect(call).toContain('Nutzen für den Ort');
	for (const name of [cast.ines.name, cast.amira.name, 'Eva Lehm']) expect(call).not.toContain(name);
	for (const read of [findProcedure, findCriteria, findMembers]) expect(await refusalOf(read(as('amira'), id))).toBe('404 not-found');
	for (const who of ['hanna', 'friedrich', 'oskar'] as const) expect(await refusalOf(findCall(as(who), id))).toBe('404 not-found');
	expect(await refusalOf(setWeights(as('ines'), { id, weights: new Map() }))).toBe('409 not-writable');
	expect(await refusalOf(stepProcedure(as('ines'), { id, step: 'reopen' }))).toBe('422 no-reason');
	await stepProcedure(as('ines'), { id, step: 'reopen', reason: 'Der Rat möchte andere Gewichte.' });
	expect(await refusalOf(findCall(as('amira'), id))).toBe('404 not-found');
});

test('a draft that lacks something is not finished, and is told what', async ({ as, db }) => {
	const { id, leafId } = await plantWholeProcedure({ as, db }, { isReady: false });
	await setWeights(as('ines'), { id, weights: new Map([[leafId, 199]]) });
	const refused = await stepProcedure(as('ines'), { id, step: 'finish' }).catch((error: unknown) => error);
	expect(refused).toMatchObject({ status: 409, message: 'Das fehlt noch: Die Gewichte ergeben 99,9 statt 100. Es fehlen 0,1.' });
	await balanceWeights(as('ines'), id);
	expect(await stepProcedure(as('ines'), { id, step: 'finish' })).toBe('ready');
	expect(await refusalOf(stepProcedure(as('ines'), { id, step: 'finish' }))).toBe('409 not-from-here');
	await stepProcedure(as('ines'), { id, step: 'discard', reason: 'Das Haus ist verkauft.' });
	expect((await findProcedure(as('ines'), id)).history.map(({ step, reason }) => [step, reason])).toEqual([
		['discard', 'Das Haus ist verkauft.'],
		['finish', null],
		['begin', null]
	]);
});

test('two people at the same criterion: the second gets both texts, nothing is lost', async ({ as, db }) => {
	const { id, areaId, leafId } = await plantProcedure({ as, db });
	await saveLeaf(as('ines'), { id, input: leafInput(areaId, { partId: leafId, version: '1', title: 'Nutzen, von Ines' }) });
	const second = saveLeaf(as('renate'), { id, input: leafInput(areaId, { partId: leafId, version: '1', title: 'Nutzen, von Renate' }) });
	const conflict = await second.catch((error: unknown) => error);
	expect(conflict).toBeInstanceOf(ProcedureConflict);
	expect((conflict as ProcedureConflict).theirs).toMatchObject({ by: cast.ines.name, version: 2 });
	expect((conflict as ProcedureConflict).theirs.texts[0]).toEqual(['Kriterium', 'Nutzen, von Ines']);
	expect((conflict as ProcedureConflict).message).toContain('Ihr Text ist noch nicht gespeichert und nicht verloren');
	await saveLeaf(as('renate'), { id, input: leafInput(areaId, { partId: leafId, version: '2', title: 'Nutzen, von Renate' }) });
	const [area] = (await findCriteria(as('ines'), id)).criteria.areas;
	expect(area?.leaves[0]).toMatchObject({ title: 'Nutzen, von Renate', version: 3 });
	expect(await refusalOf(changeProcedure(as('ines'), { id, input: basics({ version: 7 }) }))).toBe('409 changed-meanwhile');
	expect(await refusalOf(saveTimeline(as('ines'), { id, version: 7, timeline: {} }))).toBe('409 changed-meanwhile');
	await proposeTimeline(as('ines'), { id, version: 1, start: '2027-03-01' });
	expect((await findTimeline(as('ines'), id)).timeline.publish).toEqual({ day: '2027-03-01' });
});

test('parts move by one and stay at the ends; a full area is not removed', async ({ as, db }) => {
	const { id, areaId, leafId } = await plantProcedure({ as, db });
	const titles = async () => (await findCriteria(as('ines'), id)).criteria.areas[0]?.leaves.map(({ title }) => title);
	const before = await titles();
	await movePart(as('ines'), { id, part: 'leaf', partId: leafId, up: true });
	expect(await titles()).toEqual(before);
	await movePart(as('ines'), { id, part: 'leaf', partId: leafId, up: false });
	expect(await titles()).toEqual([before?.[1], before?.[0], before?.[2]]);
	expect(await refusalOf(removePart(as('ines'), { id, part: 'area', partId: areaId }))).toBe('409 not-empty');
	await removePart(as('ines'), { id, part: 'leaf', partId: leafId });
	expect(await titles()).toEqual([before?.[1], before?.[2]]);
});

test('criteria come from a file or another procedure, and replace others only when that was said', async ({ as, db }) => {
	const { id, houseId, leafId } = await plantProcedure({ as, db });
	const other = await createProcedure(as('ines'), { raum: houseId, title: 'Zweites', kind: 'single_stage', transfer: 'sale', unitIds: [] });
	await takeCriteria(as('ines'), { id: other, from: { json: JSON.stringify(await exportCriteria(as('ines'), id)) }, replace: false });
	expect((await compareProcedures(as('ines'), { id: other, beside: id })).rows.every(({ left, right }) => left === right)).toBe(true);
	expect(await refusalOf(takeCriteria(as('ines'), { id: other, from: { key: id }, replace: false }))).toBe('422 has-criteria');
	expect(await refusalOf(takeCriteria(as('ines'), { id: other, from: { json: '{}' }, replace: true }))).toBe('422 not-readable');
	await setWeights(as('ines'), { id, weights: new Map([[leafId, 100]]) });
	await takeCriteria(as('ines'), { id: other, from: { key: id }, replace: true });
	expect((await compareProcedures(as('ines'), { id: other, beside: 'kleine-stadt' })).rows[0]).toMatchObject({ left: 100, right: 200 });
	expect((await listComparable(as('ines'), id)).procedures).toEqual({ [other]: 'Zweites' });
	expect(await refusalOf(setWeights(as('ines'), { id: other, weights: new Map([[leafId, 1]]) }))).toBe('404 not-found');
});

test('a rehearsal ranks what nobody wrote, and tries weights without keeping them', async ({ as, db }) => {
	const { id, leafId } = await plantProcedure({ as, db });
	await inventTrials(as('ines'), id);
	const found = await findRehearsal(as('ines'), id, new Map());
	expect(found.ranking).toHaveLength(4);
	expect(found.tried).toBeNull();
	expect(found.firmness).toHaveLength(8);
	const tried = await findRehearsal(as('ines'), id, new Map([[leafId, 900]]));
	expect(tried.tried?.[0]?.points).not.toBe(found.ranking[0]?.points);
	expect(tried.ranking).toEqual(found.ranking);
	const above = { name: 'Zu viel', points: { [leafId]: 9 }, offer: null, trialId: undefined };
	expect(await refusalOf(saveTrial(as('ines'), { id, input: above }))).toBe('422 too-many-points');
});

test('the call is a tagged PDF that says no more of the house than the public may know', async ({ as, db }) => {
	const { id, houseId } = await plantWholeProcedure({ as, db }, { isReady: true });
	await db.update(properties).set({ publicPrecision: 'district', district: 'Kerkow' }).where(eq(properties.id, houseId));
	const paper = await findCallPaper(as('amira'), id);
	expect(JSON.stringify(paper)).toContain('Angermünde, Ortsteil Kerkow');
	expect(JSON.stringify(paper)).not.toContain('Markt 3');
	const text = Buffer.from(paperPdf(paper)).toString('latin1');
	expect(text.slice(0, 5)).toBe('%PDF-');
	expect(text).toContain('/StructTreeRoot');
});

test('a private house: the town prepares, the owner decides, and the mandate is asked for', async ({ as }) => {
	const { id: raum } = await recordHouse(as('ines'), { isMunicipal: '' });
	const id = await createProcedure(as('ines'), {
		raum,
		title: 'Im Auftrag',
		kind: 'expression_of_interest',
		transfer: 'lease',
		unitIds: []
	});
	const { row, missing } = await findProcedure(as('ines'), id);
	expect(row.decidingBody).toBe('owner');
	expect(missing.map(({ text }) => text)).toContain('Der Auftrag der Eigentümer:in ist noch nicht festgehalten.');
	const { id: own } = await recordHouse(as('ines'), { street: 'Anger', houseNumber: '9' });
	const town = await createProcedure(as('ines'), { raum: own, title: 'x', kind: 'room_grant', transfer: 'interim', unitIds: [] });
	expect(await refusalOf(changeProcedure(as('ines'), { id: town, input: basics({ decidingBody: 'owner' }) }))).toBe('422 not-owner');
	expect(await refusalOf(changeProcedure(as('ines'), { id: town, input: basics({ unitIds: [id] }) }))).toBe('422 no-unit');
});

test('attached papers are read by whoever reads the call, and go for good', async ({ as, db }) => {
	const kept = new Map<string, Uint8Array>();
	const store = {
		...{ get: async (key: string) => kept.get(key) ?? null, stream: async () => null, stat: async () => null, keys: async function* () {} },
		...{ put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes), delete: async (key: string) => void kept.delete(key) }
	};
	const { id } = await plantWholeProcedure({ as, db }, { isReady: false });
	const attach = (bytes: string) =>
		attachFile(as('ines'), {
			id,
			store,
			kind: 'resolution',
			title: 'Beschluss 34/2026',
			upload: { name: 'b.pdf', bytes: new TextEncoder().encode(bytes) }
		});
	expect(await refusalOf(attach('Hallo'))).toBe('422 upload-refused');
	await attach('%PDF-1.7\n%%EOF');
	const [file] = await db.select().from(procedureFiles);
	const fileId = file?.id ?? '';
	expect(kept.has(file?.key ?? '')).toBe(true);
	expect(await refusalOf(findProcedureFile(as('amira'), { id, fileId }))).toBe('404 not-found');
	await stepProcedure(as('ines'), { id, step: 'finish' });
	expect((await findProcedureFile(as('amira'), { id, fileId })).title).toBe('Beschluss 34/2026');
	expect(await refusalOf(detachFile(as('ines'), { id, fileId, store }))).toBe('409 not-writable');
	await stepProcedure(as('ines'), { id, step: 'reopen', reason: 'Falscher Beschluss' });
	await detachFile(as('ines'), { id, fileId, store });
	expect(kept.size).toBe(0);
});

test('the database refuses what no command would write', async ({ as, db }) => {
	const { id } = await plantProcedure({ as, db });
	const refusing = async (values: Partial<typeof procedures.$inferInsert>) =>
		db
			.transaction(async (tx) =>
				tx
					.update(procedures)
					.set({ ...values, updatedAt: now })
					.where(eq(procedures.id, id))
			)
			.then(
				() => 'done',
				() => 'refused'
			);
	expect(await refusing({ priceShare: 300 })).toBe('refused');
	expect(await refusing({ tieRule: 'offer' })).toBe('refused');
	expect(await refusing({ state: 'discarded' })).toBe('refused');
	expect(await refusing({ title: 'Geht' })).toBe('done');
});

test('beside a procedure stands only what weighs something, and a direct match has no hints on criteria that it has none of', async ({
	as,
	db
}) => {
	const { id } = await plantProcedure({ as, db });
	const interest = await plantLight({ as, db }, { kind: 'expression_of_interest' });
	const grant = await plantLight({ as, db }, { kind: 'room_grant' });
	const beside = Object.keys((await listComparable(as('ines'), id)).procedures);
	expect(beside).toContain(grant.id);
	expect(beside).not.toContain(interest.id);
	const direct = await plantDirect({ as, db }, 'draft');
	expect((await findProcedure(as('ines'), direct.id)).hints).not.toHaveProperty('kriterien');
});

test('a button pressed twice begins one procedure, both ways; other words, or later, begin another', async ({ as, db }) => {
	const { id: raum } = await recordHouse(as('ines'), {});
	const input = { raum, title: 'Wer mag das Haus?', kind: 'single_stage', transfer: 'lease', unitIds: [] } as const;
	const begin = (over: object = {}) => createProcedure(as('ines'), { ...input, unitIds: [], ...over });
	const first = await begin();
	expect(await begin()).toBe(first);
	expect(await begin({ title: 'Ein anderes' })).not.toBe(first);
	const later = { ...as('ines'), now: new Date(now.getTime() + 120_000) };
	expect(await createProcedure(later, { ...input, unitIds: [] })).not.toBe(first);
	const light = await beginLight(as('ines'), { raum, unitIds: [] });
	expect(await beginLight(as('ines'), { raum, unitIds: [] })).toBe(light);
	expect(await db.$count(procedures, eq(procedures.propertyId, raum))).toBe(4);
	expect((await findCriteria(as('ines'), light)).criteria.eligibility).toHaveLength(3);
});
