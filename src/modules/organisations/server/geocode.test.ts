import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { expect, test } from '#testing/world.ts';
import { geocode } from './geocode.ts';
import { placeAddresses } from './place-addresses.ts';

const address = { street: 'Marktplatz', houseNumber: '3', postalCode: '16278', city: 'Angermünde' };
let server: Server;
let url = '';
let asked: string[] = [];
let answer: { status: number; body: unknown } = { status: 200, body: { features: [] } };

const house = (lon: number, lat: number) => ({
	features: [
		{
			geometry: { coordinates: [lon, lat] },
			properties: { type: 'house', street: 'Markt', housenumber: '3', postcode: '16278', city: 'Angermünde' }
		}
	]
});

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const say = (status: number, body: unknown) => {
	asked = [];
	answer = { status, body };
};

test.for([
	[{ postalCode: '16278', city: 'Angermünde', district: 'Biesenbrow' }, 'place', 'Biesenbrow'],
	[{ postalCode: '16278', city: 'Biesenbrow' }, 'place', 'Biesenbrow'],
	[{ postalCode: '16278', city: 'Angermuende' }, 'place', 'Angermünde'],
	[{ postalCode: '16278', city: 'Irgendwo' }, 'postal_code', '16278 Angermünde'],
	[{ city: 'Wolletz', ags: '12073008' }, 'place', 'Wolletz'],
	[{ street: 'Hauptstraße', ags: '12073008' }, 'municipality', 'Angermünde'],
	[{ city: 'Marktleuthen' }, 'municipality', 'Marktleuthen']
] as const)('offline, %o is as precise as a gazetteer can be', async ([known, precision, label], { as }) => {
	expect(await placeAddresses(as(null), [known])).toMatchObject([{ precision, label, source: 'gazetteer' }]);
});

test('nothing outside of the municipality is answered for it, and nothing at all for nothing', async ({ as }) => {
	expect(await placeAddresses(as(null), [{ postalCode: '10115', city: 'Berlin', ags: '12073008' }])).toMatchObject([{ ags: '12073008' }]);
	expect(await placeAddresses(as(null), [{}, { city: 'Xqzv "quer", {so}' }, { postalCode: '16278' }])).toMatchObject([
		null,
		null,
		{ ags: '12073008' }
	]);
});

test('the service is asked once for one address, and its house number is believed', async ({ as }) => {
	say(200, house(14.0012, 53.0155));
	const first = await geocode(as('ines'), address, { geocoderUrl: url });
	expect(first).toMatchObject({ notice: null, point: { precision: 'address', source: 'geocoder', ags: '12073008', lat: 53.0155 } });
	expect(await geocode(as('ines'), address, { geocoderUrl: url })).toEqual(first);
	expect(asked).toHaveLength(1);
	expect(asked[0]).toContain('/api?q=Marktplatz');
});

test('what the service once knew is asked for again after a month', async ({ as }) => {
	say(200, house(14.0012, 53.0155));
	const ctx = as('ines');
	await geocode(ctx, address, { geocoderUrl: url });
	await geocode({ ...ctx, now: new Date(ctx.now.getTime() + 31 * 86_400_000) }, address, { geocoderUrl: url });
	expect(asked).toHaveLength(2);
});

test.for([
	['fails', 500, {}, /antwortet gerade nicht/],
	['speaks nonsense', 200, { hello: 1 }, /antwortet gerade nicht/],
	['knows nothing', 200, { features: [] }, /kennt die Adresssuche nicht/],
	['finds a street of that name far away', 200, house(8.0, 49.0), /weit entfernt/],
	['finds something abroad', 200, house(2.35, 48.85), /weit entfernt/]
] as const)('when the service %s, the gazetteer answers and a sentence says so', async ([, status, body, sentence], { as }) => {
	say(status, body);
	const { point, notice } = await geocode(as('ines'), address, { geocoderUrl: url });
	expect(point).toMatchObject({ source: 'gazetteer', precision: 'place', ags: '12073008' });
	expect(notice).toMatch(sentence);
});

test('without a service, or without a street, nobody is asked', async ({ as }) => {
	say(200, house(14, 53));
	expect((await geocode(as(null), address)).point?.source).toBe('gazetteer');
	expect((await geocode(as(null), { postalCode: '16278' }, { geocoderUrl: url })).point?.precision).toBe('postal_code');
	expect(asked).toEqual([]);
});
