import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { newId } from '#lib/server/id.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { places } from '#modules/places/server/tables.ts';
import { procedureGrants } from '#modules/procedures/server/grant-tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { findFilePaper } from '#modules/awards/server/find-file.ts';
import { commitmentTo } from '#modules/records/entry.ts';
import { recordEntries } from '#modules/records/server/tables.ts';
import { listStories } from '#modules/stories/server/find-story.ts';
import { cast } from '#testing/cast.ts';
import { giveFactor } from '#testing/jury.ts';
import { kindsOf, later, memoryStore, plantOption, refusalOf, stateOf, terms, told } from '#testing/options.ts';
import { plantPlace } from '#testing/places.ts';
import { plantAward } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { beginUse } from './begin-use.ts';
import { beginWorks } from './begin-works.ts';
import { decideMilestone } from './decide-milestone.ts';
import { endOption } from './end-option.ts';
import { findOptionDesk } from './find-option-desk.ts';
import { findDeskPhoto, findOwnPhoto } from './find-option-photo.ts';
import { findOwnOption } from './find-own-option.ts';
import { grantOption } from './grant-option.ts';
import { findDeskSheet, findOwnSheet } from './find-option-sheet.ts';
import { listPassedOver } from './list-own-options.ts';
import { loadOptionStand } from './load-option-stand.ts';
import { reportProgress } from './report-progress.ts';
import { saveTalk } from './save-talk.ts';
import { seekAgain } from './seek-again.ts';
import { sendOptionLink } from './send-option-link.ts';
import { setRemedy } from './set-remedy.ts';
import { signContract } from './sign-contract.ts';
import { optionMilestones, optionReports, optionTalks } from './tables.ts';
import { tellOutcome } from './tell-outcome.ts';
import { tellStory } from './tell-story.ts';
import { tendOptions } from './tend-options.ts';

const photo = () =>
	sharp({ create: { width: 40, height: 30, channels: 3, background: '#886' } })
		.jpeg()
		.toBuffer();
const versionOf = async (ctx: Ctx, id: string) => (await findOptionDesk(ctx, id)).current?.option.version ?? 0;

test('by the link of a mail a phone reports with a sentence and a photo; the office confirms it or says what is missing', async ({
	as,
	db
}) => {
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
	expect(await loadOptionStand(as(null), id)).toEqual({
		state: 'active',
		from: '2026-11-22',
		until: '2027-09-18',
		done: 1,
		of: 4,
		turn: 1,
		holder: 'Gruppe Amira Haddad'
	});
	const again = { key: { link }, input: { milestoneId, text: 'Noch mal.' }, photo: undefined, store };
	expect(await refusalOf(reportProgress(as(null), again))).toBe('422 confirmed');
	expect((await kindsOf(as(null), id)).slice(-4)).toEqual([
		'option.milestone_reported',
		'option.milestone_rejected',
		'option.milestone_reported',
		'option.milestone_confirmed'
	]);
	expect(JSON.stringify(await db.select({ facts: recordEntries.facts }).from(recordEntries))).not.toContain('Der Verein ist gegründet.');
});

test('a link for something else, of another option or after the end reports nothing; what is no photo is refused and nothing of it stays', async ({
	as,
	db
}) => {
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
	expect(milestones).toHaveLength(4);
});

test('a talk that lies ahead has no minutes yet; what was said is read by both sides', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	const talk = { talkId: undefined, on: '2026-12-01', isHeld: true, note: 'Es hakt beim Geld.' };
	expect(await refusalOf(saveTalk(as('ines'), { id, input: talk }))).toBe('422 future');
	expect(await refusalOf(saveTalk(as('ines'), { id, input: { ...talk, on: '2026-11-20', note: '' } }))).toBe('422 no-note');
	await saveTalk(as('ines'), { id, input: { ...talk, on: '2026-11-20' } });
	expect((await findOwnOption(as('amira'), { id: optionId })).talks.map(({ note }) => note)).toContain('Es hakt beim Geld.');
});

test('the nightly job: one reminder per level, to the group first, then to both, then to the desk; a second night says nothing', async ({
	as,
	db
}) => {
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

test('the last day of a room grant: both sides hear a month before and after it, once each', async ({ as, db }) => {
	const { id } = await plantOption({ as, db });
	const night = async (day: string) => (await tendOptions({ ...as(null), now: new Date(`${day}T05:00:00Z`) })).grants;
	await db.update(procedures).set({ kind: 'room_grant' }).where(eq(procedures.id, id));
	await db
		.insert(procedureGrants)
		.values({ procedureId: id, fromDay: '2027-05-01', untilDay: '2027-10-31', counterPerformance: 'Ein Fest.' });
	expect(await night('2027-10-15'), 'there is no contract yet').toBe(0);
	const contract = { contractOn: '2026-11-22', contractKind: 'interim', document: undefined, store: memoryStore() } as const;
	await signContract(as('ines'), { id, version: 1, ...contract });
	const nights = [];
	for (const day of ['2027-09-30', '2027-10-01', '2027-10-02', '2027-10-31', '2027-11-01', '2027-11-02', '2028-01-01'])
		nights.push(await night(day));
	expect(nights).toEqual([0, 1, 0, 0, 1, 0, 0]);
	for (const who of ['amira', 'ines'] as const)
		expect((await told(as(null), who, 'grant-end')).map(({ data }) => data.title)).toEqual([
			expect.stringMatching(/: Das Raumstipendium endet am 31\.10\.2027$/),
			expect.stringMatching(/: Das Raumstipendium ist zu Ende gegangen$/)
		]);
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
	expect(await refusalOf(endOption(at, { id, version: await versionOf(at, id), step: 'lapse', reason: 'Zu spät.' }))).toBe(
		'409 not-from-here'
	);
});

test('whoever lost seeks again with one click: a draft of the concept, and only one', async ({ as, db }) => {
	const { conceptOf } = await plantOption({ as, db });
	const conceptId = conceptOf.hanna ?? '';
	const once = await seekAgain(as('hanna'), { conceptId });
	expect(once.is).toBe('draft');
	expect(await seekAgain(as('hanna'), { conceptId })).toEqual(once);
	for (const who of ['amira', 'jonas', 'ines'] as const)
		expect(await refusalOf(seekAgain(as(who), { conceptId })), who).toBe('404 not-found');
	await db.execute(sql`update space_requests set request_state = 'paused' where id = ${once.id}`);
	expect(await refusalOf(seekAgain(as('hanna'), { conceptId }))).toMatch(/^422/);
	await db.execute(sql`update space_requests set uses = '{cafe}' where id = ${once.id}`);
	expect(await seekAgain(as('hanna'), { conceptId })).toEqual({ id: once.id, is: 'shown' });
});

test('in use the group tells once what became of it: a place of theirs as a draft, with figures; the town hears and may tell the story', async ({
	as,
	db
}) => {
	const { id, optionId } = await plantOption({ as, db });
	const { organisationId, network, group } = await plantPlace({ as, db });
	const words = {
		name: 'Werkhof',
		organisationId,
		network: undefined,
		year: 2026,
		summary: 'Werkstätten und ein Café.',
		progress: 'Das Dach.',
		hurdles: ''
	};
	const tell = (over = {}) => tellOutcome(as(group), { id: optionId, input: { ...words, ...over }, values: {} });
	expect(await refusalOf(tell())).toBe('409 not-used');
	expect(await refusalOf(tellStory(as('ines'), id))).toBe('409 not-used');
	await signContract(as('ines'), {
		id,
		version: 1,
		contractOn: '2026-11-22',
		contractKind: 'lease',
		document: undefined,
		store: memoryStore()
	});
	await beginUse(as('ines'), { id, on: '2026-11-22' });
	expect(await refusalOf(tell({ network: 'gibt-es-nicht' }))).toBe('422 no-such-network');
	const placeId = await tell({ network });
	const [place] = await db.select().from(places).where(eq(places.id, placeId));
	expect(place).toMatchObject({
		name: 'Werkhof',
		organisationId,
		state: 'emerging',
		profile: { summary: 'Werkstätten und ein Café.', progress: 'Das Dach.' }
	});
	expect(await refusalOf(tell())).toBe('409 told');
	expect(await told(as(null), 'ines', 'option-outcome')).toHaveLength(1);
	const storyId = await tellStory(as('ines'), id);
	expect(await tellStory(as('ines'), id)).toBe(storyId);
	expect((await listStories(as('ines'))).map((story) => story.id)).toContain(storyId);
	expect(await listStories(as('friedrich'))).toEqual([]);
});

test('the sheet says terms and milestones and is a tagged paper', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	const paper = await findDeskSheet(as('ines'), id);
	expect(JSON.stringify(paper)).toContain('500,00');
	expect(Buffer.from(paperPdf(paper)).subarray(0, 5).toString()).toBe('%PDF-');
	expect(JSON.stringify(await findOwnSheet(as('amira'), { id: optionId }))).toContain('Ohne Pflicht zum Kauf.');
	expect(await refusalOf(findOwnSheet(as('jonas'), { id: optionId }))).toBe('404 not-found');
});

test('reports and notes of talks go a year after the end, what stands in the record stays', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	const input = { milestoneId: undefined, text: 'Wir sind da.' };
	await reportProgress(as('amira'), { key: { id: optionId }, input, photo: undefined, store: memoryStore() });
	await endOption(as('ines'), { id, version: 1, step: 'give_back', reason: 'Zurück.' });
	await keepRetention(later(as(null), 364));
	expect(await db.$count(optionReports)).toBe(1);
	await keepRetention(later(as(null), 367));
	expect([await db.$count(optionReports), await db.$count(optionTalks)]).toEqual([0, 0]);
	expect(await kindsOf(as(null), id)).toContain('option.reported');
});

test('the link comes again by mail to everybody of the group, and one for something else opens nothing', async ({ as, db }) => {
	const { id, optionId, conceptOf } = await plantOption({ as, db });
	await db.execute(
		sql`update concept_contents set content = jsonb_set(content, '{applicant,email}', '"vorstand@werkhof.example"') where concept_id = ${conceptOf.amira}`
	);
	expect(await sendOptionLink(as('ines'), id)).toBe(2);
	const far = await signLink(as(null), { purpose: 'option', data: { option: optionId }, days: 1 });
	expect(await refusalOf(findOwnOption(later(as(null), 2), { link: far }))).toBe('410 link-expired');
});

test('a long word is told shortened, and never in the middle of a letter', async ({ as, db }) => {
	const { id, optionId } = await plantOption({ as, db });
	const text = `${'a'.repeat(399)}🏡 und mehr`;
	await reportProgress(as('amira'), { key: { id: optionId }, input: { text }, photo: undefined, store: memoryStore() });
	await saveTalk(as('ines'), { id, input: { on: '2026-11-20', isHeld: true, note: text } });
	expect(JSON.stringify(await told(as(null), 'ines', 'option-report'))).toContain(`${'a'.repeat(399)}…`);
});

test('what a group reports and what was said stand in no file of the procedure, periods in that of whoever leads alone', async ({
	as,
	db
}) => {
	const { id, optionId } = await plantOption({ as, db });
	const input = { milestoneId: undefined, text: 'Die Heizung ist kaputt.' };
	await reportProgress(as('amira'), { key: { id: optionId }, input, photo: undefined, store: memoryStore() });
	await saveTalk(as('ines'), { id, input: { talkId: undefined, on: '2026-11-20', isHeld: true, note: 'Das Geld reicht nicht.' } });
	await setRemedy(as('ines'), { id, what: 'Der Finanzplan fehlt.', until: '2027-02-01' });
	await giveFactor({ db }, cast.oskar);
	const fileOf = async (ctx: Ctx) => JSON.stringify(await findFilePaper(ctx, { id, volume: 1 }));
	expect(await fileOf(as('ines'))).toContain('Der Finanzplan fehlt.');
	for (const who of ['oskar', 'friedrich'] as const) expect(await fileOf(as(who)), who).not.toContain('Der Finanzplan fehlt.');
	for (const who of ['ines', 'oskar', 'friedrich'] as const) expect(await fileOf(as(who)), who).not.toMatch(/Heizung|Geld reicht/);
	const entries = await db.select().from(recordEntries).where(eq(recordEntries.kind, 'option.reported'));
	const [report] = await db.select().from(optionReports).where(eq(optionReports.optionId, optionId));
	expect(entries.at(-1)?.commitments).toEqual({ text: await commitmentTo(input.text, report?.id ?? '') });
	for (const { hash } of entries) expect((await fileOf(as('oskar'))).replaceAll(' ', '')).toContain(hash);
});
