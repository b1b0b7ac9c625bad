import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { Refusal } from '#lib/refusal.ts';
import { caseParties, cases, viewingGuests, viewings } from '#modules/cases/server/case-tables.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import { signUpForViewing } from '#modules/cases/server/sign-up-for-viewing.ts';
import { stepViewing } from '#modules/cases/server/step-viewing.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { eraseOwnAccount } from '#modules/people/server/erase-own-account.ts';
import { keepRetention } from '#modules/people/server/keep-retention.ts';
import { cast } from '#testing/cast.ts';
import { withSession } from '#testing/sessions.ts';
import { inTwoWeeks, partyOf, plantTour, tourInput } from '#testing/tours.ts';
import { expect, now, test } from '#testing/world.ts';
import { beginTour } from './begin-tour.ts';
import { addStop } from './add-stop.ts';
import { findOwnNotes } from './find-own-notes.ts';
import { findResults } from './find-results.ts';
import { findGuestSheet, findOfficeSheet } from './find-sheet.ts';
import { findTour } from './find-tour.ts';
import { listTours } from './list-tours.ts';
import { moveStop, sortStops } from './move-stop.ts';
import { giveFeedback, noteInterest } from './note-interest.ts';
import { recordInterest } from './record-interest.ts';
import { recordResults } from './record-results.ts';
import { saveStop, stepConsent } from './save-stop.ts';
import { stepInterest } from './step-interest.ts';
import { tourFeedback, tourInterests, tours } from './tables.ts';
import { viewOwnTour, viewTour } from './view-tour.ts';

const refusalOf = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : error)
	);
const on = (ctx: Ctx, moment: Date): Ctx => ({ ...ctx, now: moment });
const during = new Date(inTwoWeeks.getTime() + 3_600_000);

test('a town plans a walk: a case with its day, stops in order, whom to ask, and a shorter way', async ({ db, as }) => {
	const { viewingId, meeting, shown, hidden, shownProperty } = await plantTour({ db, as });
	const ines = as('ines');
	expect(await refusalOf(beginTour(ines, tourInput({ startsAt: new Date(now.getTime() - 1) })))).toBe('422 past');
	const { case: row, stops, way } = await findTour(ines, viewingId);
	expect(row).toMatchObject({ origin: 'event', state: 'accepted', nextStepOn: '2026-12-06' });
	expect(stops.map(({ title, consent }) => `${title}: ${consent}`)).toEqual([
		'Rathaus, Treffpunkt: not_needed',
		'Haus mit Laden: open',
		'Stilles Haus: open'
	]);
	expect(way.unknown).toBe(0);
	expect(await refusalOf(addStop(ines, { viewingId, input: { propertyId: shownProperty } }))).toBe('409 twice');
	expect(await refusalOf(stepConsent(ines, { viewingId, input: { stopId: shown, step: 'grant' } }))).toBe('422 no-whom');
	await stepConsent(ines, { viewingId, input: { stopId: shown, step: 'ask', whom: 'Herr Wolter', on: '2026-11-20' } });
	await stepConsent(ines, { viewingId, input: { stopId: shown, step: 'grant' } });
	expect(await refusalOf(stepConsent(ines, { viewingId, input: { stopId: meeting, step: 'ask', whom: 'x' } }))).toBe('409 no-house');
	expect((await findTour(ines, viewingId)).stops[1]).toMatchObject({ consent: 'granted', askedWhom: 'Herr Wolter' });
	expect((await listTours(ines)).map(({ stops: n, toAsk }) => [n, toAsk])).toEqual([[3, 1]]);
	await moveStop(ines, { viewingId, stopId: hidden, move: 'up' });
	expect((await findTour(ines, viewingId)).stops.map(({ id }) => id)).toEqual([meeting, hidden, shown]);
	expect(await refusalOf(sortStops(ines, { viewingId, order: [meeting, hidden] }))).toBe('409 changed');
	await sortStops(ines, { viewingId, order: [meeting, shown, hidden] });
	expect((await findTour(ines, viewingId)).stops.map(({ id }) => id)).toEqual([meeting, shown, hidden]);
	await moveStop(ines, { viewingId, stopId: hidden, move: 'remove' });
	expect((await findTour(ines, viewingId, { words: 'stilles' })).choices?.map(({ title, isPublic }) => `${title} ${isPublic}`)).toEqual([
		'Stilles Haus false'
	]);
	expect(await refusalOf(findTour(as('friedrich'), viewingId))).toBe('404 not-found');
});

test('everybody sees the published house as its public face says, and of the other neither name nor place; who signed up reads more', async ({
	db,
	as
}) => {
	const { viewingId, shown, hidden } = await plantTour({ db, as });
	const words = { publicWords: 'Für alle.', guestWords: 'Hintereingang.', internalNote: 'Schlüssel bei Frau K.' };
	for (const stopId of [shown, hidden]) await saveStop(as('ines'), { viewingId, input: { stopId, ...words } });
	const seen = await viewTour(as(null), viewingId);
	const whole = JSON.stringify(seen);
	expect(seen.tour?.stops.map(({ title, point, look }) => [title, point?.radius ?? null, look])).toEqual([
		['Rathaus, Treffpunkt', 0, null],
		['Haus mit Laden', 100, 'von außen'],
		['Ein Haus, das wir erst vor Ort zeigen', null, 'von außen']
	]);
	for (const secret of ['Hintereingang', 'Schlüssel bei', 'Stilles Haus', '53.0171', '13.9991', 'Markt 3'])
		expect(whole).not.toContain(secret);
	await signUpForViewing(as('amira'), { viewingId, answer: 'yes' });
	const own = JSON.stringify(await viewOwnTour(as('amira'), viewingId));
	expect(own).toContain('Hintereingang');
	for (const secret of ['Schlüssel bei', 'Stilles Haus', '53.0171', 'Markt 3']) expect(own).not.toContain(secret);
	expect(await refusalOf(viewOwnTour(as('jonas'), viewingId))).toBe('404 not-found');
	await signUpForViewing(as('amira'), { viewingId, answer: 'no' });
	expect(await refusalOf(viewOwnTour(as('amira'), viewingId))).toBe('404 not-found');
});

test('a walk for the parties of a case is nobody else’s', async ({ db, as }) => {
	const { viewingId } = await plantTour({ db, as }, { isPublic: false });
	for (const who of [null, 'amira'] as const) expect(await refusalOf(viewTour(as(who), viewingId))).toBe('404 not-found');
	const [viewing] = await db.select().from(viewings).where(eq(viewings.id, viewingId));
	const party = { id: '00000000-0000-7000-8000-0000000000aa', caseId: viewing?.caseId ?? '', name: 'Amira', role: 'seeker' as const };
	await db.insert(caseParties).values({ ...party, personId: cast.amira.id, joinedAt: now });
	expect((await viewTour(as('amira'), viewingId)).tour?.stops).toHaveLength(3);
	await signUpForViewing(as('amira'), { viewingId, answer: 'yes' });
	expect((await viewOwnTour(as('amira'), viewingId)).mine?.state).toBe('coming');
	expect(await refusalOf(signUpForViewing(as('jonas'), { viewingId, answer: 'yes' }))).toBe('404 not-found');
});

test('six sign up at the same moment for two places: two come, four wait, and a place that is free goes to who waits', async ({ pool }) => {
	const db = openDb(pool);
	const as = (who: keyof typeof cast): Ctx => ({ db, now, actor: cast[who] });
	const stage = { db, as: ((who: keyof typeof cast) => as(who)) as never };
	const { viewingId, hiddenProperty, shownProperty } = await plantTour(stage);
	try {
		const people = ['amira', 'jonas', 'hanna', 'mara', 'friedrich', 'oskar'] as const;
		const said = await Promise.all(people.map((who) => signUpForViewing(as(who), { viewingId, answer: 'yes' })));
		expect(said.filter((state) => state === 'coming')).toHaveLength(2);
		const first = people[said.indexOf('coming')] ?? 'amira';
		await signUpForViewing(as(first), { viewingId, answer: 'no' });
		const guests = await db.select().from(viewingGuests).where(eq(viewingGuests.viewingId, viewingId));
		expect(guests.map(({ state }) => state).sort()).toEqual(['coming', 'coming', 'declined', 'waiting', 'waiting', 'waiting']);
	} finally {
		await pool.query('delete from cases');
		await pool.query('delete from properties where id = any($1::uuid[])', [[hiddenProperty, shownProperty]]);
		for (const table of ['notices', 'events', 'mails', 'graphile_worker._private_jobs']) await pool.query(`delete from ${table}`);
	}
});

test('afterwards: who came, who is interested, and a new case or a part in one that is open', async ({ db, as }) => {
	const { viewingId, meeting, shown, hidden } = await plantTour({ db, as }, { capacity: 20 });
	for (const who of ['amira', 'jonas'] as const) await signUpForViewing(as(who), { viewingId, answer: 'yes' });
	const interest = { viewingId, stopId: shown, answer: 'yes' as const, text: 'Ein Laden für Gebrauchtes.' };
	expect(await refusalOf(noteInterest(as('mara'), interest))).toBe('403 forbidden');
	expect(await refusalOf(noteInterest(as('amira'), { ...interest, stopId: meeting }))).toBe('409 no-house');
	await noteInterest(on(as('amira'), during), interest);
	await noteInterest(on(as('jonas'), during), { ...interest, stopId: hidden, text: '' });
	expect((await findOwnNotes(as('amira'), viewingId)).interests).toMatchObject([{ stopId: shown, state: 'noted' }]);
	const paper = { stopId: shown, name: 'Frau Ebert', email: 'ebert@post.example', text: 'Café' };
	await recordInterest(on(as('ines'), during), { viewingId, input: paper });
	expect(await refusalOf(giveFeedback(as('amira'), { viewingId, input: { rating: 'good' } }))).toBe('409 not-yet');
	await giveFeedback(on(as('amira'), during), { viewingId, input: { rating: 'mixed', text: 'Zu schnell.' } });
	await giveFeedback(on(as('amira'), during), { viewingId, input: { rating: 'good', text: 'Doch schön.' } });

	const ines = on(as('ines'), during);
	const found = await findResults(ines, viewingId);
	expect(JSON.stringify(found.feedback)).toBe('[{"rating":"good","text":"Doch schön."}]');
	const [, house] = found.stops;
	expect(house?.interests.map(({ name, isFromPaper }) => [name, isFromPaper])).toEqual([
		[cast.amira.name, false],
		['Frau Ebert', true]
	]);
	const [first, second] = house?.interests.map(({ id }) => id) ?? [];
	const became = await stepInterest(ines, { viewingId, input: { interestId: first ?? '', step: 'follow' } });
	const opened = await findCase(as('ines'), became ?? '');
	expect(opened.row).toMatchObject({ origin: 'event', state: 'new', title: expect.stringContaining('Haus mit Laden') });
	expect(opened.parties.map(({ name, role, access }) => [name, role, access])).toContainEqual([cast.amira.name, 'seeker', 'shared']);
	expect(opened.subjects.map(({ text }) => text)).toEqual(['Haus: Haus mit Laden']);
	expect(await refusalOf(stepInterest(ines, { viewingId, input: { interestId: first ?? '', step: 'follow' } }))).toBe('409 not-from-here');
	expect((await findResults(ines, viewingId)).stops[1]?.cases).toEqual({ [became ?? '']: opened.row.title });
	await stepInterest(ines, { viewingId, input: { interestId: second ?? '', step: 'follow', caseId: became ?? '' } });
	expect((await findCase(as('ines'), became ?? '')).parties.map(({ name }) => name)).toContain('Frau Ebert');
	expect(await refusalOf(noteInterest(on(as('amira'), during), { ...interest, answer: 'no' }))).toBe('409 taken-up');
	expect(await refusalOf(moveStop(ines, { viewingId, stopId: shown, move: 'remove' }))).toBe('409 interest');

	const came = [await partyOf({ db, as }, cast.jonas.id)];
	expect(await refusalOf(recordResults(as('ines'), { viewingId, input: { came, walkIns: 3 } }))).toBe('409 not-yet');
	await recordResults(ines, { viewingId, input: { came, walkIns: 3, lesson: 'Mehr Zeit.' } });
	const { viewing, tour } = await findResults(ines, viewingId);
	expect([viewing.state, tour.walkIns, tour.lesson]).toEqual(['held', 3, 'Mehr Zeit.']);
	expect(viewing.guests.map(({ name, came: was }) => [name, was])).toEqual([
		[cast.amira.name, false],
		[cast.jonas.name, true]
	]);
});

test('what is called off is not planned on', async ({ db, as }) => {
	const { viewingId, shown } = await plantTour({ db, as });
	await signUpForViewing(as('amira'), { viewingId, answer: 'yes' });
	const { case: row } = await findTour(as('ines'), viewingId);
	await stepViewing(as('ines'), { id: row.id, viewingId, step: 'cancel', reason: 'Sturm.' });
	expect(await refusalOf(moveStop(as('ines'), { viewingId, stopId: shown, move: 'up' }))).toBe('409 cancelled');
	expect(await refusalOf(noteInterest(as('amira'), { viewingId, stopId: shown, answer: 'yes' }))).toBe('409 cancelled');
	expect(await refusalOf(recordResults(on(as('ines'), during), { viewingId, input: { came: [] } }))).toBe('409 cancelled');
});

test('both sheets are tagged PDF; the one for the guests holds no more than their page', async ({ db, as }) => {
	const { viewingId, shown } = await plantTour({ db, as });
	await saveStop(as('ines'), { viewingId, input: { stopId: shown, internalNote: 'Schlüssel bei Frau K.', guestWords: 'Hinten herum.' } });
	await signUpForViewing(as('amira'), { viewingId, answer: 'yes' });
	const office = await findOfficeSheet(as('ines'), viewingId);
	expect(JSON.stringify(office)).toContain('Schlüssel bei Frau K.');
	expect(JSON.stringify(office)).toContain(cast.amira.name);
	const guests = await findGuestSheet(as('amira'), { viewingId, base: 'https://raum.example' });
	expect(JSON.stringify(guests)).toContain('Hinten herum.');
	for (const secret of ['Schlüssel bei', 'Stilles Haus', cast.amira.name, 'Markt 3']) expect(JSON.stringify(guests)).not.toContain(secret);
	for (const paper of [office, guests]) {
		const text = Buffer.from(paperPdf(paper)).toString('latin1');
		expect(text.startsWith('%PDF-1.7')).toBe(true);
		expect(text).toContain('/StructTreeRoot');
	}
});

test('interest and feedback go with the account, and after two years by themselves', async ({ db, as }) => {
	const { viewingId, shown } = await plantTour({ db, as }, { capacity: 20 });
	for (const who of ['amira', 'jonas'] as const) {
		await signUpForViewing(as(who), { viewingId, answer: 'yes' });
		await noteInterest(as(who), { viewingId, stopId: shown, answer: 'yes' });
		await giveFeedback(on(as(who), during), { viewingId, input: { rating: 'good' } });
	}
	await eraseOwnAccount(await withSession(as('amira')));
	expect(await db.$count(tourInterests)).toBe(1);
	expect(await db.$count(tourFeedback)).toBe(1);
	await keepRetention({ db, now: new Date(now.getTime() + 800 * 86_400_000) });
	expect(await db.$count(tourInterests)).toBe(0);
	expect(await db.$count(tourFeedback)).toBe(0);
	expect(await db.$count(tours)).toBe(1);
	expect(await db.$count(cases)).toBe(1);
});
