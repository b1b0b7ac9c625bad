import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, like } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { folderStore } from '#lib/server/store.ts';
import { cast } from '#testing/cast.ts';
import { criterionInput, plantApplication, plantCriteria, roundInput } from '#testing/awards.ts';
import { plantPlace, withSeat } from '#testing/places.ts';
import { expect, test } from '#testing/world.ts';
import { seats } from '#modules/organisations/server/tables.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { beginApplication } from './begin-application.ts';
import { castVote } from './cast-vote.ts';
import { addEvidence } from './change-evidence.ts';
import { findApplication } from './find-application.ts';
import { findPublicCatalogue } from './find-catalogue.ts';
import { findEvidenceFile } from './find-evidence-file.ts';
import { findJuryCase } from './find-jury-case.ts';
import { findOfficeApplication } from './find-office-application.ts';
import { findOwnPlace } from './find-own-place.ts';
import { findPublicPlace } from './find-public-place.ts';
import { listJuryCases } from './list-jury-cases.ts';
import { publishCatalogue } from './publish-catalogue.ts';
import { remindReassessment } from './remind-reassessment.ts';
import { publishPlace } from './publish-place.ts';
import { saveAnswers } from './save-application.ts';
import { saveCriterion } from './save-criterion.ts';
import { saveOfficeNote } from './save-office-note.ts';
import { saveRound } from './save-round.ts';
import { stepApplication } from './step-application.ts';
import { stepRound } from './step-round.ts';
import { placeApplications, placeEvidence, places, placeSteps } from './tables.ts';

const secret = 'qzxleck';
const because = 'hier eine Tür offen steht, hinter der niemand etwas kaufen muss.';
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF');
const store = () => folderStore(mkdtempSync(join(tmpdir(), 'gr-evidence-')));

test('criteria are seen once published, empty ones as empty; the next version is written beside them', async ({ db, as }) => {
	const { network: slug } = await plantPlace({ db, as });
	await expect(findPublicCatalogue(as(null), slug)).rejects.toMatchObject({ status: 404 });
	await saveCriterion(as('oskar'), { slug, input: criterionInput(1) });
	await expect(publishCatalogue(as('oskar'), slug)).rejects.toMatchObject({ code: 'attitude-missing' });
	await plantCriteria({ db, as }, slug);
	const { catalogue } = await findPublicCatalogue(as(null), slug);
	expect(catalogue).toMatchObject({ version: 1, minOthers: 5 });
	expect(catalogue.criteria.filter(({ title }) => !title).map(({ number }) => number)).toEqual([4, 5, 7]);
	await saveCriterion(as('oskar'), { slug, input: criterionInput(4) });
	expect((await findPublicCatalogue(as(null), slug)).catalogue.criteria[3]?.title).toBe('');
	expect(await publishCatalogue(as('oskar'), slug)).toBe(2);
	expect((await findPublicCatalogue(as(null), slug)).catalogue.criteria[3]?.title).toBe('Kriterium 4');
});

test('a group applies, the office checks, jurors judge alone, the award lights the place: every step leaves who and why', async ({
	db,
	as
}) => {
	const { id, slug, group, network, networkId, applicationId, roundId } = await plantApplication({ db, as }, 'submitted');
	await publishPlace(as(group), id);
	const office = as('oskar');
	await expect(stepRound(office, { slug: network, id: roundId, step: 'close' })).rejects.toMatchObject({ code: 'unchecked' });
	await stepApplication(office, { id: applicationId, step: 'return', reason: 'Bei 8.1 fehlt ein Name.' });
	expect(await findApplication(as(group), id)).toMatchObject({ application: { state: 'returned', answer: 'Bei 8.1 fehlt ein Name.' } });
	await stepApplication(as(group), { id: applicationId, step: 'submit' });
	await stepApplication(office, { id: applicationId, step: 'accept' });
	await expect(findJuryCase(as('friedrich'), applicationId)).rejects.toMatchObject({ status: 404 });
	await stepRound(office, { slug: network, id: roundId, step: 'close' });
	await expect(stepApplication(office, { id: applicationId, step: 'award', reason: because })).rejects.toMatchObject({ code: 'no-quorum' });
	await castVote(as('friedrich'), { id: applicationId, verdict: 'award', reason: `${secret} stark` });
	expect(await findJuryCase(as('jonas'), applicationId)).toMatchObject({ own: null, others: null, application: { state: 'judging' } });
	expect((await findOfficeApplication(office, { networkId, id: applicationId })).votes).toEqual({ judged: 1, recused: 0, shown: null });
	await castVote(as('jonas'), { id: applicationId, verdict: 'award', reason: 'offene Tür' });
	expect((await findJuryCase(as('jonas'), applicationId)).others).toMatchObject([
		{ juror: cast.friedrich.name, reason: `${secret} stark` }
	]);
	expect((await findOfficeApplication(office, { networkId, id: applicationId })).votes.shown).toHaveLength(2);
	await expect(stepRound(office, { slug: network, id: roundId, step: 'finish' })).rejects.toMatchObject({ code: 'undecided' });
	await stepApplication(office, { id: applicationId, step: 'award', reason: because });
	const { place } = await findOwnPlace(as(group), id);
	expect(place).toMatchObject({ state: 'awarded', awardedOn: '2026-11-22', reassessOn: '2029-11-22', networkStatement: because });
	expect((await findPublicPlace(as(null), slug)).content).toMatchObject({ state: 'awarded', networkStatement: because });
	await stepRound(office, { slug: network, id: roundId, step: 'finish' });
	const steps = await db.select().from(placeSteps).where(eq(placeSteps.subjectId, applicationId));
	expect(steps.map(({ step }) => step).sort()).toEqual(['accept', 'award', 'begin', 'present', 'return', 'submit', 'submit']);
	for (const shown of [await findApplication(as(group), id), await findPublicPlace(as(null), slug), await findOwnPlace(as(group), id)])
		expect(JSON.stringify(shown)).not.toContain(secret);
});

test('whoever is biased sees nothing more of it, and a quorum is needed without them', async ({ db, as }) => {
	const { applicationId } = await plantApplication({ db, as }, 'judging');
	await castVote(as('friedrich'), { id: applicationId, verdict: 'recuse', reason: 'Meine Schwester wohnt dort.' });
	await castVote(as('jonas'), { id: applicationId, verdict: 'award', reason: secret });
	expect(await findJuryCase(as('friedrich'), applicationId)).toMatchObject({ application: null, others: null, own: { isRecusal: true } });
	await expect(castVote(as('friedrich'), { id: applicationId, verdict: 'award', reason: 'doch' })).rejects.toMatchObject({
		code: 'recused'
	});
	await expect(castVote(as('jonas'), { id: applicationId, verdict: 'not_yet', reason: 'anders' })).rejects.toMatchObject({
		code: 'already-judged'
	});
	await expect(stepApplication(as('oskar'), { id: applicationId, step: 'award', reason: because })).rejects.toMatchObject({
		code: 'no-quorum'
	});
	expect((await listJuryCases(as('friedrich')))[0]?.cases).toMatchObject([{ own: 'recused' }]);
	expect(await listJuryCases(as('ines'))).toEqual([]);
});

test('a juror who belongs to the group may only step back; office and administration do not judge', async ({ db, as }) => {
	const { applicationId, organisationId } = await plantApplication({ db, as }, 'judging');
	const friend = as(withSeat(cast.jonas, organisationId, 'read'));
	expect(await findJuryCase(friend, applicationId)).toMatchObject({ application: null, isOfGroup: true });
	await expect(castVote(friend, { id: applicationId, verdict: 'award', reason: 'klar' })).rejects.toMatchObject({ code: 'conflict' });
	for (const who of ['oskar', 'renate', 'ines'] as const)
		await expect(castVote(as(who), { id: applicationId, verdict: 'award', reason: 'x' })).rejects.toMatchObject({ status: 404 });
	await expect(
		castVote({ ...as('friedrich'), actor: { ...cast.friedrich, scopes: [] } }, { id: applicationId, verdict: 'award', reason: 'x' })
	).rejects.toMatchObject({
		status: 404
	});
});

test('a "not yet" comes with feedback, leaves the place as it is, and a new application may begin by newer criteria', async ({
	db,
	as
}) => {
	const { id, group, network, applicationId } = await plantApplication({ db, as }, 'judging');
	for (const who of ['friedrich', 'jonas'] as const)
		await castVote(as(who), { id: applicationId, verdict: 'not_yet', reason: 'noch nicht' });
	await expect(stepApplication(as('oskar'), { id: applicationId, step: 'defer', reason: 'Nein.' })).rejects.toMatchObject({
		field: 'reason'
	});
	const reason = 'Stark ist die Werkstatt. Es fehlt, dass Menschen von außen mitreden. Ein offener Abend im Monat wäre ein Anfang.';
	await stepApplication(as('oskar'), { id: applicationId, step: 'defer', reason });
	expect((await findOwnPlace(as(group), id)).place.state).toBe('emerging');
	expect(await findApplication(as(group), id)).toMatchObject({ application: null, earlier: [{ state: 'not_yet', answer: reason }] });
	await saveCriterion(as('oskar'), { slug: network, input: criterionInput(4) });
	await publishCatalogue(as('oskar'), network);
	const again = await beginApplication(as(group), { placeId: id });
	expect((await findApplication(as(group), id)).application).toMatchObject({ id: again, catalogue: { version: 2 } });
	const decided = (await db.select().from(placeApplications).where(eq(placeApplications.id, applicationId)))[0];
	expect(decided?.catalogueId).not.toBe((await db.select().from(placeApplications).where(eq(placeApplications.id, again)))[0]?.catalogueId);
});

test('what is handed in cannot be changed; a second application of the same place is the first; ticks of a self-check come along', async ({
	db,
	as
}) => {
	const { id, group, applicationId } = await plantApplication({ db, as }, 'submitted');
	const change = () => saveAnswers(as(group), { id: applicationId, number: 1, applies: [], texts: {}, values: {} });
	await expect(change()).rejects.toMatchObject({ code: 'not-editable' });
	expect(await beginApplication(as(group), { placeId: id })).toBe(applicationId);
	await stepApplication(as(group), { id: applicationId, step: 'withdraw' });
	await beginApplication(as(group), { placeId: id, applies: ['3.1', '4.1', 'x'] });
	expect((await findApplication(as(group), id)).application?.answers).toEqual({ '3.1': { applies: true, text: '' } });
});

test('a number that is none is refused where it stands', async ({ db, as }) => {
	const { group, applicationId } = await plantApplication({ db, as });
	const values = { '1.1-menschen': 'viele' };
	await expect(saveAnswers(as(group), { id: applicationId, number: 1, applies: [], texts: {}, values })).rejects.toMatchObject({
		field: 'value_1.1-menschen'
	});
});

test('evidence is for the group, the office and jurors before whom it lies; the note of the office is for itself', async ({ db, as }) => {
	const { id, organisationId, group, networkId, network, applicationId, roundId } = await plantApplication({ db, as });
	await addEvidence(as(group), { id: applicationId, code: '3.1', store: store(), uploads: [{ name: 'plan.pdf', bytes: pdf }] });
	await expect(
		addEvidence(as(group), { id: applicationId, code: '4.1', store: store(), uploads: [{ name: 'x.pdf', bytes: pdf }] })
	).rejects.toMatchObject({ code: 'no-category' });
	const [file] = await db.select().from(placeEvidence);
	const open = (who: Parameters<typeof as>[0]) => findEvidenceFile(as(who), file?.id ?? '');
	expect(await open(group)).toMatchObject({ contentType: 'application/pdf', name: 'plan.pdf' });
	expect(await open(withSeat(cast.hanna, organisationId, 'read'))).toMatchObject({ name: 'plan.pdf' });
	await expect(open('friedrich')).rejects.toMatchObject({ status: 404 });
	await stepApplication(as(group), { id: applicationId, step: 'submit' });
	await saveOfficeNote(as('oskar'), { id: applicationId, officeNote: secret });
	await stepApplication(as('oskar'), { id: applicationId, step: 'accept' });
	await stepRound(as('oskar'), { slug: network, id: roundId, step: 'close' });
	expect(await open('friedrich')).toMatchObject({ name: 'plan.pdf' });
	for (const who of ['ines', 'hanna'] as const) await expect(open(who)).rejects.toMatchObject({ status: 404 });
	await castVote(as('friedrich'), { id: applicationId, verdict: 'recuse', reason: 'verwandt' });
	await expect(open('friedrich')).rejects.toMatchObject({ status: 404 });
	expect((await findOfficeApplication(as('oskar'), { networkId, id: applicationId })).officeNote).toBe(secret);
	expect(JSON.stringify([await findApplication(as(group), id), await findJuryCase(as('jonas'), applicationId)])).not.toContain(secret);
});

test('one window at a time, and days in their order', async ({ db, as }) => {
	const { network: slug } = await plantApplication({ db, as });
	const second = await saveRound(as('oskar'), { slug, input: { ...roundInput, title: 'Zweite' } });
	await expect(stepRound(as('oskar'), { slug, id: second, step: 'open' })).rejects.toMatchObject({ code: 'other-open' });
	await expect(stepRound(as('ines'), { slug, id: second, step: 'open' })).rejects.toMatchObject({ status: 404 });
});

test('the group and the office hear ninety days before an award is looked at again, once, and once more when the day has passed', async ({
	db,
	as
}) => {
	const place = await plantPlace({ db, as });
	const seat = { id: newId(), organisationId: place.organisationId, personId: cast.amira.id, startsAt: new Date('2026-01-01') };
	await db.insert(seats).values({ ...seat, function: 'board', rights: 'edit', createdAt: new Date('2026-01-01') });
	const told = async (now: string) => {
		await remindReassessment({ db, now: new Date(now) });
		const rows = await db
			.select()
			.from(notices)
			.where(like(notices.subjectId, `${place.id} %`));
		return rows.map(({ personId, kind }) => `${kind} ${personId === cast.oskar.id ? 'office' : 'group'}`).sort();
	};
	await db.update(places).set({ state: 'awarded', awardedOn: '2024-03-14', reassessOn: '2027-03-14' }).where(eq(places.id, place.id));
	expect(await told('2026-12-13T06:00:00Z')).toEqual([]);
	const soon = ['place.reassess_soon group', 'place.reassess_soon office'];
	expect(await told('2026-12-14T06:00:00Z')).toEqual(soon);
	expect(await told('2027-02-01T06:00:00Z')).toEqual(soon);
	expect(await told('2027-03-15T06:00:00Z')).toEqual(['place.reassess_due group', 'place.reassess_due office', ...soon]);
	await db.update(places).set({ state: 'resting' }).where(eq(places.id, place.id));
	await db.delete(notices);
	expect(await told('2027-03-16T06:00:00Z')).toEqual([]);
});
