import { newId } from '#lib/server/id.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { plantApplication } from '#testing/awards.ts';
import type { Stage } from '#testing/access/access.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { placeInput, plantPublicPlace, withSeat, type PlantedPlace } from '#testing/places.ts';
import { expect, test } from '#testing/world.ts';
import { beginPlace } from './begin-place.ts';
import { castVote } from './cast-vote.ts';
import { findExchange } from './find-exchange.ts';
import { findFigures, findNetworkFigures, findPublicFigures } from './find-figures.ts';
import { joinLearningGroup, leaveLearningGroup } from './join-learning-group.ts';
import { listLearningGroups } from './list-learning-groups.ts';
import { proposeTandem } from './propose-tandem.ts';
import { publishPlace } from './publish-place.ts';
import { saveFigures } from './save-figures.ts';
import { saveLearningGroup } from './save-learning-group.ts';
import { savePlace } from './save-place.ts';
import { stepApplication } from './step-application.ts';
import { stepTandem } from './step-tandem.ts';
import { learningMembers } from './tables.ts';

const secret = 'qzxleck';

/** A second place of another group (Jonas) in the same network, shown to all, with a contact that is not released. */
async function secondPlace({ db, as }: Stage, { network }: PlantedPlace) {
	const organisationId = newId();
	const now = as(null).now;
	const row = { id: organisationId, slug: `bahnhof-${organisationId.slice(-8)}`, kind: 'association', name: 'Bahnhof e. V.' } as const;
	await db.insert(organisations).values({ ...row, placeAgs: angermuende, createdAt: now, updatedAt: now });
	const group = withSeat(cast.jonas, organisationId);
	const id = await beginPlace(as(group), { name: 'Bahnhof', organisationId, ort: angermuende, network });
	await savePlace(as(group), { id, input: placeInput({ name: 'Bahnhof', contactEmail: `${secret}@bahnhof.example`, version: 1 }) });
	await publishPlace(as(group), id);
	return { id, group };
}

test('two places become a tandem when both agree; contacts are shown then, and no longer than that', async ({ db, as }) => {
	const first = await plantPublicPlace({ db, as });
	const second = await secondPlace({ db, as }, first);
	const tandemId = await proposeTandem(as(first.group), { id: first.id, otherId: second.id, message: 'Zusammen lernen?' });
	const mine = () => findExchange(as(first.group), first.id);
	expect((await mine()).tandems).toMatchObject([{ state: 'proposed', isProposer: true, contact: null, other: { name: 'Bahnhof' } }]);
	await expect(stepTandem(as(first.group), { id: first.id, tandemId, step: 'agree' })).rejects.toMatchObject({ code: 'not-your-step' });
	await expect(stepTandem(as(second.group), { id: first.id, tandemId, step: 'agree' })).rejects.toMatchObject({ status: 404 });
	const again = { id: second.id, otherId: first.id, message: 'Wir auch' };
	await expect(proposeTandem(as(second.group), again)).rejects.toMatchObject({ code: 'already-proposed' });
	await stepTandem(as(second.group), { id: second.id, tandemId, step: 'agree' });
	expect((await mine()).tandems[0]?.contact?.email).toBe(`${secret}@bahnhof.example`);
	await stepTandem(as(first.group), { id: first.id, tandemId, step: 'end', reason: 'Wir haben viel gelernt.' });
	expect(JSON.stringify(await mine())).not.toContain(secret);
});

test('a learning group shows its contacts to its own places and the office alone; who leaves is forgotten', async ({ db, as }) => {
	const first = await plantPublicPlace({ db, as });
	const second = await secondPlace({ db, as }, first);
	await saveLearningGroup(as('oskar'), { slug: first.network, input: { title: 'Erste Fenster', isOpen: true } });
	const groupId = (await findExchange(as(first.group), first.id)).groups[0]?.id ?? '';
	const input = { contactName: secret, contactEmail: `${secret}@ort.example` };
	await joinLearningGroup(as(first.group), { id: first.id, groupId, input });
	await expect(joinLearningGroup(as(first.group), { id: first.id, groupId, input })).rejects.toMatchObject({ code: 'already-in' });
	const other = () => findExchange(as(second.group), second.id);
	expect((await other()).groups).toMatchObject([{ count: 1, isMember: false, members: null }]);
	expect(JSON.stringify(await other())).not.toContain(secret);
	await joinLearningGroup(as(second.group), { id: second.id, groupId, input: { contactName: 'Jonas', contactEmail: 'j@bahnhof.example' } });
	expect((await other()).groups[0]?.members?.map(({ contactName }) => contactName)).toContain(secret);
	expect(JSON.stringify(await listLearningGroups(as('oskar'), first.network))).toContain(secret);
	await leaveLearningGroup(as(first.group), { id: first.id, groupId });
	expect(JSON.stringify(await db.select().from(learningMembers))).not.toContain(secret);
	expect((await findExchange(as(first.group), first.id)).groups[0]).toMatchObject({ isMember: false, members: null });
});

test('figures: read as Germans write them, refused where they are none, taken back when emptied, summed with how many reported', async ({
	db,
	as
}) => {
	const { id, slug, group, network } = await plantApplication({ db, as });
	await publishPlace(as(group), id);
	const save = (values: Record<string, string>, year = 2025) => saveFigures(as(group), { id, year, source: 'Strichliste', values });
	await save({ '6.1-menschen': '1.940', '8.1-menschen': '3,5' });
	await save({ '6.1-menschen': '2.100' }, 2026);
	await expect(save({ '6.1-menschen': 'viele' })).rejects.toMatchObject({ field: 'value_6.1-menschen' });
	await expect(save({ '6.1-menschen': '-1' })).rejects.toMatchObject({ code: 'out-of-range' });
	await expect(save({}, 2031)).rejects.toMatchObject({ code: 'no-year' });
	expect((await findPublicFigures(as(null), slug)).map(({ indicator, years }) => [indicator.key, years.map(({ value }) => value)])).toEqual(
		[
			['6.1-menschen', [1940, 2100]],
			['8.1-menschen', [3.5]]
		]
	);
	expect(await findNetworkFigures(as(null), network)).toMatchObject({ places: 1, reporting: 1 });
	await save({ '6.1-menschen': '1.940' });
	expect((await findFigures(as(group), id)).series.map(({ indicator }) => indicator.key)).toEqual(['6.1-menschen']);
});

test('an award is the first measurement: its values become the figures of that year, and none that were told already is overwritten', async ({
	db,
	as
}) => {
	const { id, group, applicationId } = await plantApplication({ db, as }, 'judging');
	await saveFigures(as(group), { id, year: 2026, values: { '6.1-menschen': '99' } });
	for (const who of ['friedrich', 'jonas'] as const) await castVote(as(who), { id: applicationId, verdict: 'award', reason: 'ja' });
	await stepApplication(as('oskar'), { id: applicationId, step: 'award', reason: 'hier Licht brennt' });
	const { figures } = await findFigures(as(group), id);
	expect(figures.filter(({ year }) => year === 2026)).toHaveLength(6);
	expect(figures.find(({ key }) => key === '6.1-menschen')).toMatchObject({ value: 99 });
	expect(figures.find(({ key }) => key === '1.1-menschen')).toMatchObject({ value: 12, source: 'Bewerbung' });
});
