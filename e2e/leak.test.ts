import { afterAll, beforeAll, inject } from 'vitest';
import { metresBetween } from '#lib/distance.ts';
import { displacements } from '#modules/properties/blur.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, test } from './support/browser.ts';
import { cookieFor, database } from './support/people.ts';
import { plantSecretAsk } from './support/secret-freshness.ts';
import { plantSecretConversation, type PlantedConversation } from './support/secret-conversation.ts';
import { plantSecretCase, secretViewing, type PlantedCase } from './support/secret-case.ts';
import { plantSecretAdvice, secretAdvice } from './support/secret-advice.ts';
import { plantSecretGroup, secretGroup } from './support/secret-group.ts';
import { plantSecretNetwork, secretNetwork } from './support/secret-network.ts';
import { plantSecretOrganisation, secretOrganisation } from './support/secret-organisation.ts';
import { plantSecretOwner } from './support/secret-owner.ts';
import { plantSecretProfile, secretPicture, secretProfile } from './support/secret-profile.ts';
import { plantSecretPlace, secretPlace, type PlantedPlaces } from './support/secret-place.ts';
import { plantSecretNotice } from './support/secret-notice.ts';
import { stageRecord, type RecordStage } from './support/record-stage.ts';
import { plantSecretProcedure, shownProcedure } from './support/secret-procedure.ts';
import { plantSecretAward } from './support/secret-award.ts';
import { plantSecretOption } from './support/secret-option.ts';
import { plantSecretReport } from './support/secret-report.ts';
import { partOfTown, plantSecrets, secret, visible, type Planted } from './support/secrets.ts';
import { plantSecretTour, secretStory } from './support/secret-tour.ts';
import { readTile, surfaces } from './support/surfaces.ts';

let planted: Awaited<ReturnType<typeof plantSecrets>>;
let removeNetwork: () => Promise<void>;
let removeOrganisation: () => Promise<void>;
let removeAdvice: () => Promise<void>;
let removeGroups: () => Promise<void>;
let removeProfile: () => Promise<void>;
let place: PlantedPlaces;
let ask: Awaited<ReturnType<typeof plantSecretAsk>>;
let report: Awaited<ReturnType<typeof plantSecretReport>>;
let owner: Awaited<ReturnType<typeof plantSecretOwner>>;
let notice: Awaited<ReturnType<typeof plantSecretNotice>>;
let mediation: PlantedCase;
let talk: PlantedConversation;
let procedure: Awaited<ReturnType<typeof plantSecretProcedure>>;
let record: RecordStage;
let option: Awaited<ReturnType<typeof plantSecretOption>>;
let award: Awaited<ReturnType<typeof plantSecretAward>>;
let tour: Awaited<ReturnType<typeof plantSecretTour>>;
const read = new Map<string, { status: number; text: string }>();

async function fetchText(address: string, cookie = ''): Promise<{ status: number; text: string }> {
	const response = await fetch(`${inject('baseUrl')}${address}`, { redirect: 'manual', headers: { cookie } });
	const bytes = new Uint8Array(await response.arrayBuffer());
	const isTile = response.headers.get('content-type')?.includes('vector-tile');
	const body = isTile ? readTile(bytes, address) : Buffer.from(bytes).toString('utf8');
	return { status: response.status, text: `${JSON.stringify([...response.headers])}\n${body}` };
}

beforeAll(async () => {
	planted = await plantSecrets(database());
	removeNetwork = await plantSecretNetwork(database());
	removeOrganisation = await plantSecretOrganisation(database());
	removeAdvice = await plantSecretAdvice(database());
	removeGroups = await plantSecretGroup(database(), planted.houses[0]?.id ?? '');
	removeProfile = await plantSecretProfile(database());
	place = await plantSecretPlace(database());
	ask = await plantSecretAsk(database(), planted.houses[0] ?? { id: '' });
	report = await plantSecretReport(database());
	for (const address of report.addresses) read.set(address, await fetchText(address));
	owner = await plantSecretOwner(
		database(),
		planted.houses.map(({ id }) => id)
	);
	for (const address of [owner.letter, owner.notice]) read.set(address, await fetchText(address));
	notice = await plantSecretNotice(database(), planted.houses[0] ?? { id: '', slug: '' });
	for (const address of [notice.statement, ...notice.addresses]) read.set(address, await fetchText(address));
	mediation = await plantSecretCase(database(), planted.houses[0]?.id ?? '');
	talk = await plantSecretConversation(database());
	procedure = await plantSecretProcedure(database(), planted.houses[0]?.id ?? '');
	record = await stageRecord(`${visible} Verfahren`, secret);
	const ofRecord = [`/verfahren/${record.slug}/akte`, `/api/v1/procedures/${record.id}/record`];
	for (const address of ofRecord) read.set(`${address}?vorher`, await fetchText(address));
	await record.open();
	for (const address of ofRecord) read.set(address, await fetchText(address));
	option = await plantSecretOption(database(), planted.houses[0]?.id ?? '');
	award = await plantSecretAward(database());
	tour = await plantSecretTour(database(), [...planted.houses.map(({ id }) => id), planted.unpublished]);
	const ofPlace = [
		`/api/v1/places/${place.id}`,
		`/api/v1/places/${place.hidden}`,
		`/orte/${secretPlace}-2`,
		`/orte?q=${secret}`,
		`/konto/orte/belege/${place.evidence}`
	];
	for (const address of [
		...ofPlace,
		...mediation.addresses,
		...talk.addresses,
		...procedure.addresses,
		...option.addresses,
		...award.addresses,
		...tour.addresses,
		...place.pictureNames.map((name) => `/orte/bilder/${name}`)
	])
		read.set(address, await fetchText(address));
	for (const address of [...surfaces({ ...planted, secret }).addresses, `/api/v1/spaces?q=${partOfTown}`, found, ask.address])
		read.set(address, await fetchText(address));
	for (const address of [...read.keys()].filter((one) => /^\/(?!api\/)[^.]*$/.test(one))) {
		const data = dataOf(address);
		read.set(data, await fetchText(data));
	}
});

/** What a page is made of, which anybody can ask for besides the page: more may lie in it than is shown. */
function dataOf(address: string): string {
	const [path = '', query] = address.split('?');
	return `${path.replace(/\/$/, '')}/__data.json${query ? `?${query}` : ''}`;
}

afterAll(async () => {
	await ask?.remove();
	await removeGroups?.();
	await removeAdvice?.();
	await removeOrganisation?.();
	await removeProfile?.();
	await removeNetwork?.();
	await tour?.remove();
	await mediation?.remove();
	await talk?.remove();
	await award?.remove();
	await option?.remove();
	await procedure?.remove();
	await record?.remove();
	await place?.remove();
	await report?.remove();
	await owner?.remove();
	await notice?.remove();
	await planted?.remove();
});

const found = `/organisationen?q=${visible}`;

test('every public address is known to this test', () => {
	expect(surfaces({ ...planted, secret }).unknown).toEqual([]);
});

test('what is public can be seen: the test would notice a leak', () => {
	const seen = (address: string) => read.get(address)?.text ?? '';
	const face = `/verfahren/${award.slug}`;
	for (const address of [face, `${face}/ergebnis`, `${face}/akte`, dataOf(face), dataOf(`${face}/ergebnis`)])
		expect(seen(address), address).toContain(visible);
	expect(seen(`${face}/ergebnis`)).toContain(`${visible} Gruppe`);
	for (const when of ['', '?vorher']) expect(seen(`/verfahren/${record.slug}/akte${when}`)).toContain(visible);
	for (const house of planted.houses) expect(seen(`/raeume/${house.slug}`), house.precision).toContain(house.title);
	expect(seen(ask.address)).toContain(planted.houses[0]?.title);
	expect(seen('/raeume?kommune=angermuende')).toContain(visible);
	expect(seen('/api/v1/spaces?ags=12073008&limit=100')).toContain(visible);
	expect([...read].filter(([address, { text }]) => address.includes('kacheln') && text.includes(visible)).length).toBeGreaterThan(2);
	expect([...read.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(20);
	for (const address of [
		'/orte',
		`/orte/${secretPlace}`,
		'/api/v1/places',
		'/netzwerke',
		`/netzwerke/${secretNetwork}`,
		'/api/v1/networks',
		secretProfile,
		'/termine',
		`/termine/${secretViewing}`,
		`/termine/${secretViewing}/termin.ics`,
		'/geschichten',
		`/geschichten/${secretStory}`,
		'/verfahren',
		`/verfahren/${shownProcedure}`,
		'/api/v1/procedures',
		'/kommunen/angermuende',
		`/foerderung/${secretAdvice}`,
		`/foerderung?q=${visible}`,
		`/beratung/${secretAdvice}`,
		`/gruppen/${secretGroup}`,
		`/gruppen?q=${visible}`,
		`/beratung?q=${visible}`,
		`/organisationen/${secretOrganisation}`,
		`/ansprechperson?an=${secretOrganisation}&thema=funding`,
		owner.letter,
		notice.statement,
		found
	])
		expect(seen(address), address).toContain(visible);
});

/** A number (or a day) as a page would say it, with or without groups of thousands; not the digits inside an id or behind the point or comma of a coordinate. */
function asNumber(digits: string): RegExp {
	const said = /^\d+$/.test(digits) ? digits.replace(/\d(?=(\d{3})+$)/g, '$&[.\\s]?') : digits.replaceAll('.', '\\.');
	return new RegExp(`(?<!\\w)(?<!\\d[.,])${said}(?![\\da-f])`);
}

test('no secret leaves the house on any surface, in a body or a header', () => {
	const leaks = [...read]
		.filter(([address, { text }]) => !address.includes(secret) && text.toLowerCase().includes(secret))
		.map(([address, { text }]) => `${address}: …${text.slice(Math.max(0, text.toLowerCase().indexOf(secret) - 80)).slice(0, 200)}`);
	expect(leaks).toEqual([]);
	const numbers = ['987654', '9876543', '98761', '98762', '1987-06-05', '05.06.1987'].map(asNumber);
	// what is measured is numbers by nature
	for (const [address, { text }] of [...read].filter(([address]) => address !== '/metrics'))
		for (const number of numbers) expect(number.test(text), `${number.source} in ${address}`).toBe(false);
});

test('a group is seen by everybody or by nobody: on its page, in the list and at its house', () => {
	expect(read.get(`/raeume/${planted.houses[0]?.slug}`)?.text).toContain(`Gruppe ${visible}`);
	for (const hidden of [2, 3]) expect(read.get(`/gruppen/${secretGroup}-${hidden}`)?.status).toBe(404);
	expect(read.get(`/gruppen?q=${secret}`)?.text).not.toContain(`Gruppe ${visible}`);
});

test('a report answers nobody but those who check it, and under the token nobody was given', () => {
	const statuses = report.addresses.map((address) => read.get(address)?.status);
	expect(statuses).toEqual([404, 404, 404, 303, 303, 200, 200]);
});

test('searching for a secret finds nothing, and pictures of the house stay inside', () => {
	expect(JSON.parse(read.get(`/api/v1/spaces?q=${secret}`)?.text.split('\n')[1] ?? '{}')).toMatchObject({ items: [], total: 0 });
	for (const [address, { text }] of read) if (address.includes(`q=${secret}`)) expect(text, address).not.toContain(visible);
	const part = JSON.parse(read.get(`/api/v1/spaces?q=${partOfTown}`)?.text.split('\n')[1] ?? '{}');
	expect(part.items.map((space: { precision: string }) => space.precision).sort()).toEqual(['district', 'exact', 'street']);
	for (const [address, { status }] of read) if (address.startsWith('/medien/')) expect(status, address).toBe(404);
	expect(read.get(`/konto/orte/belege/${place.evidence}`)?.status).toBe(303);
	for (const address of mediation.addresses) expect(read.get(address)?.status, address).toBe(303);
	expect(read.get(`/orte/${secretPlace}`)?.text).toContain('4.711');
	expect(read.get(owner.notice)?.status).toBe(200);
	expect(read.get(`/api/v1/spaces/${planted.unpublished}`)?.status).toBe(404);
	expect(read.get(secretPicture)?.status).toBe(404);
	for (const address of [
		`/api/v1/places/${place.hidden}`,
		`/orte/${secretPlace}-2`,
		...place.pictureNames.map((name) => `/orte/bilder/${name}`)
	])
		expect(read.get(address)?.status, address).toBe(404);
});

test('what members say to each other is read by nobody else, whatever office they hold', async () => {
	const cookies = Object.fromEntries(
		await Promise.all(
			[...new Set(talk.looks.map(({ who }) => who)), 'amira' as const].map(async (who) => [who, await cookieFor(cast[who])])
		)
	) as Record<string, string>;
	for (const { address, who } of talk.looks) {
		const { text } = await fetchText(address, cookies[who]);
		expect(address.includes(secret) || !text.toLowerCase().includes(secret), `${address} as ${who}`).toBe(true);
	}
	const own = talk.addresses.find((address) => /[0-9a-f-]{36}$/.test(address)) ?? '';
	const { text } = await fetchText(own, cookies.amira);
	for (const words of [`${secret} Worte`, `${secret}.pdf`]) expect(text, own).toContain(words);
});

/** Every pair of neighbouring numbers of a text that could be a point near this house, whichever way round, with point or comma. */
function pointsNear(text: string, { lat, lon }: Planted): { lat: number; lon: number }[] {
	const numbers = [...text.matchAll(/\d{1,2}[.,]\d{3,}/g)].map(([number]) => Number(number.replace(',', '.')));
	const isNear = (a: number, b: number) => Math.abs(a - lat) < 0.02 && Math.abs(b - lon) < 0.03;
	return numbers.flatMap((a, i) =>
		numbers.slice(i + 1, i + 4).flatMap((b) => {
			if (isNear(a, b)) return [{ lat: a, lon: b }];
			return isNear(b, a) ? [{ lat: b, lon: a }] : [];
		})
	);
}

/** No public point comes nearer to the true one than its precision promises; metres. */
const nearest = {
	exact: 0,
	street: displacements.street[0],
	district: displacements.district[0] - displacements.street[1],
	municipality: 500,
	hidden: 500
};

test.for(['street', 'district', 'municipality', 'hidden'] as const)('a place shown by %s is never shown nearer', (precision) => {
	const house = planted.houses.find((one) => one.precision === precision) as Planted;
	const tooNear = [...read].flatMap(([address, { text }]) =>
		pointsNear(text, house)
			.filter((point) => metresBetween(house, point) < nearest[precision] - 2)
			.map((point) => `${address}: ${point.lat}, ${point.lon}`)
	);
	expect(tooNear).toEqual([]);
});

test('an exact place is shown where it is, so distances are really compared', () => {
	const house = planted.houses.find((one) => one.precision === 'exact') as Planted;
	const hits = [...read].filter(([, { text }]) => pointsNear(text, house).some((point) => metresBetween(house, point) < 15));
	expect(hits.length).toBeGreaterThan(2);
	for (const [, { text }] of read) expect(text).not.toContain(String(house.lat));
});
