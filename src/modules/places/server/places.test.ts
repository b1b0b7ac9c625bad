import { eq } from 'drizzle-orm';
import { cast } from '#testing/cast.ts';
import { placeInput, plantPlace, plantPublicPlace, withSeat } from '#testing/places.ts';
import { expect, test } from '#testing/world.ts';
import { apiPlaceQuery } from '../api-place.ts';
import { beginPlace } from './begin-place.ts';
import { findOwnPlace } from './find-own-place.ts';
import { findPublicPlace } from './find-public-place.ts';
import { listNetworkPlaces } from './list-network-places.ts';
import { listOwnPlaces } from './list-own-places.ts';
import { listPublicPlaces } from './list-public-places.ts';
import { publishPlace, withdrawPlace } from './publish-place.ts';
import { savePlace } from './save-place.ts';
import { saveStatement } from './save-statement.ts';
import { stepPlace } from './step-place.ts';
import { placePages, placeSteps } from './tables.ts';
import { viewPlaces } from './view-places.ts';

const secret = 'qzxleck';

test('a place is seen by its group and its network alone, until it is published', async ({ db, as }) => {
	const { id, slug, group, network } = await plantPlace({ db, as });
	await expect(findPublicPlace(as(null), slug)).rejects.toMatchObject({ status: 404 });
	for (const who of ['ines', 'hanna', 'amira'] as const) await expect(findOwnPlace(as(who), id)).rejects.toMatchObject({ status: 404 });
	await expect(findOwnPlace(as(null), id)).rejects.toMatchObject({ status: 401 });
	expect(await findOwnPlace(as(group), id)).toMatchObject({ isAhead: true, publishedAt: null, may: { edit: true, run: false } });
	expect(await findOwnPlace(as('oskar'), id)).toMatchObject({ may: { edit: true, run: true, isGroup: false } });
	expect((await listNetworkPlaces(as('oskar'), network)).items).toMatchObject([{ name: 'Alte Molkerei', publishedAt: null }]);
	await expect(listNetworkPlaces(as('ines'), network)).rejects.toMatchObject({ status: 404 });
	await publishPlace(as(group), id);
	expect((await findPublicPlace(as(null), slug)).content).toMatchObject({
		name: 'Alte Molkerei',
		group: { name: 'Molkerei eG', slug: null }
	});
	expect(await listOwnPlaces(as(group))).toMatchObject([{ name: 'Alte Molkerei' }]);
});

test('whoever may only read in the group changes nothing', async ({ db, as }) => {
	const { id, organisationId } = await plantPlace({ db, as });
	const reader = as(withSeat(cast.jonas, organisationId, 'read'));
	expect(await findOwnPlace(reader, id)).toMatchObject({ may: { edit: false } });
	await expect(savePlace(reader, { id, input: placeInput({ version: 2 }) })).rejects.toMatchObject({ status: 403 });
	await expect(publishPlace(reader, id)).rejects.toMatchObject({ status: 403 });
	await expect(beginPlace(reader, { name: 'Neu', organisationId, ort: 'Angermünde', network: undefined })).rejects.toMatchObject({
		status: 403
	});
});

test('what is missing is said all at once, and nothing half is shown', async ({ db, as }) => {
	const { id, group } = await plantPlace({ db, as }, { summary: 'folgt', vision: '', offer_open: undefined });
	await expect(publishPlace(as(group), id)).rejects.toMatchObject({
		code: 'not-ready',
		message: expect.stringMatching(/Satz für die Karte.*Angebot.*Vision/)
	});
	expect(await db.select().from(placePages)).toEqual([]);
});

test('notes, unreleased contacts and pictures without credit stay inside', async ({ db, as }) => {
	const { id, slug, group } = await plantPublicPlace({ db, as }, { contactName: secret, contactEmail: `${secret}@x.example` });
	await saveStatement(as('oskar'), { id, networkStatement: 'hier Licht brennt.', internalNote: secret });
	await publishPlace(as(group), id);
	expect(JSON.stringify(await db.select().from(placePages))).not.toContain(secret);
	expect((await findPublicPlace(as(null), slug)).content).toMatchObject({ contact: null, networkStatement: 'hier Licht brennt.' });
	expect(JSON.stringify(await findOwnPlace(as(group), id))).not.toMatch(new RegExp(`"internalNote":"${secret}`));
	await savePlace(as(group), { id, input: placeInput({ contactEmail: 'hallo@x.example', contactReleased: true, version: 2 }) });
	await publishPlace(as(group), id);
	expect((await findPublicPlace(as(null), slug)).content.contact).toMatchObject({ email: 'hallo@x.example' });
});

test('two who save at the same moment: the second is told', async ({ db, as }) => {
	const { id, group } = await plantPlace({ db, as });
	await savePlace(as(group), { id, input: placeInput({ version: 2 }) });
	await expect(savePlace(as(group), { id, input: placeInput({ version: 2 }) })).rejects.toMatchObject({ code: 'changed-meanwhile' });
});

test('a place that rests says so at once; what was typed meanwhile stays inside; who and why is kept', async ({ db, as }) => {
	const { id, slug, group } = await plantPublicPlace({ db, as });
	await savePlace(as(group), { id, input: placeInput({ name: 'Ganz neu', version: 2 }) });
	await expect(stepPlace(as(group), { id, step: 'rest' })).rejects.toMatchObject({ code: 'reason-missing' });
	await stepPlace(as(group), { id, step: 'rest', reason: 'Wasserschaden' });
	expect((await findPublicPlace(as(null), slug)).content).toMatchObject({ state: 'resting', name: 'Alte Molkerei' });
	await stepPlace(as(group), { id, step: 'resume' });
	expect((await findPublicPlace(as(null), slug)).content.state).toBe('emerging');
	const steps = await db.select().from(placeSteps).where(eq(placeSteps.placeId, id));
	expect(steps.map(({ step, reason, byPersonId }) => [step, reason, byPersonId])).toContainEqual(['rest', 'Wasserschaden', cast.amira.id]);
});

test('nobody awards by a button, and a group ends no award', async ({ db, as }) => {
	const { id, group } = await plantPlace({ db, as });
	for (const who of [as(group), as('oskar')])
		await expect(stepPlace(who, { id, step: 'award', reason: 'wir wollen' })).rejects.toMatchObject({ status: 403 });
	await expect(stepPlace(as(group), { id, step: 'revoke', reason: 'x' })).rejects.toMatchObject({ status: 403 });
	await expect(stepPlace(as('oskar'), { id, step: 'revoke', reason: 'x' })).rejects.toMatchObject({ code: 'not-from-here' });
});

test('the list finds by words and facets; the API reads on by cursor to the end', async ({ db, as }) => {
	const planted = await plantPublicPlace({ db, as });
	const second = await beginPlace(as(planted.group), {
		name: 'Zeche',
		organisationId: planted.organisationId,
		ort: 'Herzberg (Elster)',
		network: undefined
	});
	await savePlace(as(planted.group), { id: second, input: placeInput({ name: 'Zeche', ort: '12062224', bookable: [], version: 1 }) });
	await publishPlace(as(planted.group), second);
	const names = async (query: string) => (await viewPlaces(as(null), new URLSearchParams(query))).items.map(({ name }) => name);
	expect(await names('')).toEqual(['Alte Molkerei', 'Zeche']);
	expect(await names('q=herzberg')).toEqual(['Zeche']);
	expect(await names('buchbar=stay')).toEqual(['Alte Molkerei']);
	expect(await names(`netzwerk=${planted.network}`)).toEqual(['Alte Molkerei']);
	const query = apiPlaceQuery.parse({ limit: 1 });
	const first = await listPublicPlaces(as(null), query, null);
	expect(first).toMatchObject({ total: 2, items: [{ content: { name: 'Alte Molkerei' } }] });
	expect(await listPublicPlaces(as(null), query, first.next)).toMatchObject({
		total: 2,
		next: null,
		items: [{ content: { name: 'Zeche' } }]
	});
	await withdrawPlace(as(planted.group), { id: planted.id });
	expect(await names('')).toEqual(['Zeche']);
});

test('the same place twice in a minute is one place; two of one name get two addresses', async ({ db, as }) => {
	const { organisationId, group, id } = await plantPlace({ db, as });
	const wish = { name: 'Alte Molkerei', organisationId, ort: 'Angermünde', network: undefined };
	expect(await beginPlace(as(group), wish)).toBe(id);
	const renate = await beginPlace(as('renate'), wish);
	expect((await findOwnPlace(as('renate'), renate)).place.slug).toBe('alte-molkerei-2');
	await expect(beginPlace(as(group), { ...wish, name: 'Neu', ort: 'Nirgendwo XY' })).rejects.toMatchObject({ field: 'ort' });
});
