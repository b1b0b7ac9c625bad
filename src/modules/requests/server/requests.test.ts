import { eq } from 'drizzle-orm';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, now, test } from '#testing/world.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { events, mails } from '#modules/people/server/tables.ts';
import type { RequestInput } from '../forms.ts';
import { createRequest } from './create-request.ts';
import { findOwnRequest, findRequest } from './find-request.ts';
import { listOwnRequests, listRequests } from './list-requests.ts';
import { renewByLink } from './renew-by-link.ts';
import { stepRequest } from './step-request.ts';
import { spaceRequests } from './tables.ts';
import { tendRequests } from './tend-requests.ts';
import { updateRequest } from './update-request.ts';

const input = { title: 'Offene Werkstatt', summary: 'Wir reparieren.', uses: ['workshop_makerspace'] } as Partial<RequestInput> & {
	title: string;
};

test('a request begins as a draft that only its people see', async ({ as }) => {
	const { id, slug } = await createRequest(as('amira'), { input });
	expect(slug).toMatch(/^offene-werkstatt-/);
	expect(await findOwnRequest(as('amira'), id)).toMatchObject({ requestState: 'draft', title: 'Offene Werkstatt' });
	for (const who of ['jonas', 'ines', 'oskar', null] as const) {
		await expect(findRequest(as(who), slug)).rejects.toMatchObject({ status: 404 });
		await expect(findOwnRequest(as(who), id)).rejects.toMatchObject({ status: 404 });
	}
	await expect(createRequest(as(null), { input })).rejects.toMatchObject({ status: 401 });
	expect((await listOwnRequests(as('amira'))).map((r) => r.id)).toEqual([id]);
});

test('published it is there for all, and the reactions hear of it', async ({ db, as }) => {
	const { id, slug } = await createRequest(as('amira'), { input });
	await stepRequest(as('amira'), { id, step: 'publish' });
	expect(await findRequest(as(null), slug)).toMatchObject({ title: 'Offene Werkstatt', actor: { name: 'Amira Haddad' } });
	expect((await db.select().from(events)).map((e) => e.kind)).toContain('request.published');
});

test('one question saves only its own fields, and a cleared field is cleared', async ({ db, as }) => {
	const { id } = await createRequest(as('amira'), { input });
	await updateRequest(as('amira'), { id, input: { areaMinM2: 80, areaMaxM2: 120 }, only: ['areaMinM2', 'areaMaxM2'] });
	await updateRequest(as('amira'), { id, input: { areaMinM2: 60 }, only: ['areaMinM2', 'areaMaxM2'] });
	expect((await db.select().from(spaceRequests).where(eq(spaceRequests.id, id)))[0]).toMatchObject({
		areaMinM2: 60,
		areaMaxM2: null,
		summary: 'Wir reparieren.'
	});
});

test('a place with a radius becomes a circle, without one a municipality; an unknown place is told to its field', async ({ db, as }) => {
	await plantSpace(db);
	const { id } = await createRequest(as('amira'), { input });
	const place = (p: string, radiusKm?: number) =>
		updateRequest(as('amira'), { id, input: { place: p, radiusKm }, only: ['place', 'radiusKm'] });
	await place('angermuende', 25);
	expect(await findOwnRequest(as('amira'), id)).toMatchObject({ regionName: 'Angermünde', radiusKm: 25, regionAgs: [] });
	await place('Angermünde');
	expect(await findOwnRequest(as('amira'), id)).toMatchObject({ regionAgs: ['12073008'], radiusKm: null, regionLat: null });
	await expect(place('Xqzvwk')).rejects.toMatchObject({ status: 422, field: 'place' });
});

test('a published request cannot be emptied', async ({ db, as }) => {
	const { id } = await plantRequest(db);
	await expect(updateRequest(as('amira'), { id, input: {}, only: ['summary'] })).rejects.toMatchObject({ status: 422, field: 'summary' });
	await expect(updateRequest(as('jonas'), { id, input: { title: 'x' }, only: ['title'] })).rejects.toMatchObject({ status: 404 });
});

test('of two tabs the second is told', async ({ db, as }) => {
	const { id, version } = await plantRequest(db);
	await updateRequest(as('amira'), { id, input: { title: 'Neu' }, only: ['title'], version });
	await expect(updateRequest(as('amira'), { id, input: { title: 'Alt' }, only: ['title'], version })).rejects.toMatchObject({
		code: 'changed-meanwhile'
	});
});

test('pause, show again, fulfil; what is over stays over', async ({ db, as }) => {
	const { id } = await plantRequest(db);
	const step = (name: Parameters<typeof stepRequest>[1]['step']) => stepRequest(as('amira'), { id, step: name });
	await step('pause');
	expect((await listRequests(as(null))).total).toBe(0);
	await step('resume');
	await step('fulfil');
	await expect(step('renew')).rejects.toMatchObject({ status: 409, code: 'step' });
	await expect(stepRequest(as('jonas'), { id, step: 'withdraw' })).rejects.toMatchObject({ status: 404 });
});

test('nothing private is handed on: no contact, no private detail, no exact centre', async ({ db, as }) => {
	await plantRequest(db, { concept: 'Bürgschaft von Tante Erna' });
	const text = JSON.stringify((await listRequests(as(null))).items);
	for (const secret of ['kontakt-', '0170', 'Tante Erna', '53.01', cast()]) expect(text).not.toContain(secret);
});
const cast = () => 'amira@werkhof.example';

test('guests see public requests, municipalities also those meant for them', async ({ db, as }) => {
	for (const visibility of ['public', 'network', 'municipalities_only', 'private'] as const) await plantRequest(db, { visibility });
	expect((await listRequests(as(null))).total).toBe(1);
	expect((await listRequests(as('jonas'))).total).toBe(1);
	expect((await listRequests(as('ines'))).total).toBe(3);
});

test('the list is filtered by use, kind, size and place, with counts', async ({ db, as }) => {
	await plantSpace(db);
	await plantRequest(db);
	await plantRequest(db, {
		title: 'Bühne',
		uses: ['stage_culture'],
		requestKind: 'find_group_members',
		areaMinM2: 200,
		areaMaxM2: null,
		regionLat: 50,
		regionLon: 12
	});
	const titles = async (filter: Parameters<typeof listRequests>[1]) => (await listRequests(as(null), filter)).items.map((r) => r.title);
	expect(await titles({ use: 'stage_culture' })).toEqual(['Bühne']);
	expect(await titles({ kind: 'find_space' })).toEqual(['Offene Werkstatt mit Café']);
	expect(await titles({ area: 300 })).toEqual(['Bühne']);
	expect(await titles({ place: 'Angermünde' })).toEqual(['Offene Werkstatt mit Café']);
	expect(await titles({ q: 'buehne' })).toEqual(['Bühne']);
	const { uses, total, placeUnknown } = await listRequests(as(null), { place: 'Xqzvwk' });
	expect({ total, placeUnknown, n: uses.size }).toEqual({ total: 0, placeUnknown: true, n: 0 });
	expect((await listRequests(as(null))).uses.get('cafe')).toBe(1);
});

test('the daily round: reminded once per stage, expired when over, renewed from the mail', async ({ db, as }) => {
	const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
	const soon = await plantRequest(db, { expiresAt: days(13) });
	const over = await plantRequest(db, { expiresAt: days(-1) });
	expect(await tendRequests(as(null))).toEqual({ expired: 1, reminded: 1 });
	expect(await tendRequests(as(null))).toEqual({ expired: 0, reminded: 0 });
	expect(await tendRequests({ ...as(null), now: days(10.5) })).toEqual({ expired: 0, reminded: 1 });
	expect((await db.select().from(mails)).map((m) => m.email)).toEqual(['amira@werkhof.example', 'amira@werkhof.example']);
	const link = await signLink(as(null), { purpose: 'renew-request', data: { request: over.id }, days: 60 });
	await renewByLink(as(null), link);
	expect((await db.select().from(spaceRequests).where(eq(spaceRequests.id, over.id)))[0]).toMatchObject({
		requestState: 'published',
		remindedAt: null
	});
	await expect(renewByLink(as(null), `${link}x`)).rejects.toMatchObject({ status: 410 });
	expect(soon.remindedAt).toBeNull();
});
