import { expect, test } from '#testing/world.ts';
import { plantSpace } from '#testing/spaces.ts';
import type { Db } from '#lib/server/db.ts';
import { foldGerman } from '#lib/text/fold.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { apiSpaceQuery } from '../api-space.ts';
import { readFilter } from '../space-filter.ts';
import { countFacets, countSpaces } from './count-facets.ts';
import { listPublicSpaces } from './list-public-spaces.ts';
import { listSpaces } from './list-spaces.ts';

const find = async (ctx: Ctx, query: string) => {
	const { filter } = readFilter(new URLSearchParams(query));
	const { spaces } = await listSpaces(ctx, filter);
	return spaces.map((space) => space.title);
};
const on = (day: string) => new Date(`2026-${day}T00:00:00Z`);

test('the code folds words as the database does', async ({ pool }) => {
	const words = [
		'Müller',
		'MUELLER',
		'Straße',
		'Quelle',
		'Mauer',
		'neue Aue',
		'Café',
		'Goethe',
		'Ökohof',
		'Oekohof',
		'Höfe',
		'ae oe ue',
		'Bäuerin'
	];
	const { rows } = await pool.query<{ folded: string }>('select fold_german(w) as folded from unnest($1::text[]) w', [words]);
	expect(words.map(foldGerman)).toEqual(rows.map((row) => row.folded));
});

test.for([
	['müller', 'Bäckerei Müller'],
	['mueller', 'Bäckerei Müller'],
	['muller', 'Bäckerei Müller'],
	['werkstatt', 'Alte Schreinerwerkstatt'],
	['werkstätten', 'Alte Schreinerwerkstatt'],
	['schreinerwerk', 'Alte Schreinerwerkstatt'],
	['schreinerwerksatt', 'Alte Schreinerwerkstatt'],
	['kneipe', 'Gasthof zur Linde'],
	['gasthoff', 'Gasthof zur Linde'],
	['linde angermünde', 'Gasthof zur Linde']
] as const)('"%s" finds %s and nothing else', async ([typed, title], { db, as }) => {
	for (const name of ['Bäckerei Müller', 'Alte Schreinerwerkstatt', 'Gasthof zur Linde'])
		await plantSpace(db, { title: name, summary: null });
	expect(await find(as(null), `q=${encodeURIComponent(typed)}`)).toEqual([title]);
});

test('words only of little meaning search for nothing; unknown words find nothing', async ({ db, as }) => {
	await plantSpace(db);
	expect(await find(as(null), 'q=der und die')).toHaveLength(1);
	expect(await find(as(null), 'q=raumschiffhangar')).toEqual([]);
	expect(await find(as(null), "q=' | :* %27 \\ !!")).toHaveLength(1);
});

test('the title counts more than the text, the whole word more than a part', async ({ db, as }) => {
	await plantSpace(db, { title: 'Haus am Anger', summary: 'Mit Werkstatt im Hof.', publishedAt: on('11-20') });
	await plantSpace(db, { title: 'Schreinerwerkstatt', summary: null, publishedAt: on('11-21') });
	await plantSpace(db, { title: 'Werkstatt mit Hof', summary: null, publishedAt: on('01-01') });
	expect(await find(as(null), 'q=werkstatt')).toEqual(['Werkstatt mit Hof', 'Haus am Anger', 'Schreinerwerkstatt']);
});

test('a radius finds what lies within, nearest first; a hidden place never', async ({ db, as }) => {
	await plantSpace(db, { title: 'am Markt' });
	await plantSpace(db, { title: 'zehn Kilometer weg', lat: 53.1046 });
	await plantSpace(db, { title: 'fünfzig Kilometer weg', lat: 53.4646 });
	await plantSpace(db, { title: 'verborgen', lat: null, lon: null, precision: 'hidden' });
	expect(await find(as(null), 'ort=Angermünde&umkreis=25')).toEqual(['am Markt', 'zehn Kilometer weg']);
	expect(await find(as(null), 'kommune=angermuende&sortierung=groesse')).toHaveLength(4);
	expect(await find(as(null), 'kommune=12073008&land=brandenburg&kreis=12073')).toContain('verborgen');
});

test('area, price, offer, state of repair, monument, access and date narrow the list', async ({ db, as }) => {
	await plantSpace(db, { title: 'klein', areaMinM2: 20, areaMaxM2: 40, priceMonthly: 150, offers: ['rent'], accessibility: 'step_free' });
	await plantSpace(db, { title: 'groß', areaMinM2: 300, areaMaxM2: 900, pricePurchase: 90_000, offers: ['sale'], heritage: 'ensemble' });
	await plantSpace(db, { title: 'bald', areaMinM2: null, areaMaxM2: null, availableFrom: '2027-01-01', condition: 'ready_to_use' });
	const each = ['flaeche_min=100', 'flaeche_max=50', 'miete_max=200', 'kauf_max=100000', 'angebot=kauf', 'denkmal=ja', 'barrierefrei=ja'];
	const found: string[][] = [];
	for (const query of each) found.push(await find(as(null), query));
	expect(found).toEqual([['groß', 'bald'], ['klein', 'bald'], ['klein', 'bald'], ['groß'], ['groß'], ['groß'], ['klein', 'bald', 'groß']]);
	expect(await find(as(null), 'frei_ab=2027-02-01')).toEqual(['bald', 'groß', 'klein']);
	expect(await find(as(null), 'frei_ab=2027-02-01&nur_mit_angabe=ja')).toEqual(['bald']);
	expect(await find(as(null), 'zustand=sofort-nutzbar')).toEqual(['bald']);
	expect(await find(as(null), 'bbox=13.9,52.9,14.1,53.1&sortierung=groesse')).toEqual(['groß', 'klein', 'bald']);
});

test('pages do not overlap and follow one order', async ({ db, as }) => {
	for (let n = 0; n < 25; n++) await plantSpace(db, { title: `Haus ${n}`, publishedAt: on(n < 9 ? `03-0${n + 1}` : `03-${n + 1}`) });
	const pages = [...(await find(as(null), '')), ...(await find(as(null), 'seite=2'))];
	expect(pages).toEqual(Array.from({ length: 25 }, (_, n) => `Haus ${24 - n}`));
});

test('each facet is counted without its own selection', async ({ db, as }) => {
	await plantSpace(db, { uses: ['cafe'], offers: ['rent'] });
	await plantSpace(db, { uses: ['cafe', 'shop'], offers: ['sale'] });
	await plantSpace(db, { uses: ['shop'], offers: ['rent'], heritage: 'single_monument' });
	const { filter } = readFilter(new URLSearchParams('nutzung=cafe'));
	const { prepared } = await listSpaces(as(null), filter);
	const { total, counts } = await countFacets(as(null), prepared);
	expect(total).toEqual({ n: 2, more: false });
	expect(Object.fromEntries(counts.uses)).toEqual({ cafe: 2, shop: 2 });
	expect(Object.fromEntries(counts.offers)).toEqual({ rent: 1, sale: 1 });
	expect(await countSpaces(as(null), prepared)).toEqual({ n: 2, more: false });
});

const plantUnknown = async (db: Db) => {
	await plantSpace(db, { title: 'bekannt und alt', areaMinM2: 80, areaMaxM2: 120, priceMonthly: 300, publishedAt: on('01-01') });
	await plantSpace(db, { title: 'bekannt und zu klein', areaMinM2: 10, areaMaxM2: 20, priceMonthly: 100, publishedAt: on('02-01') });
	await plantSpace(db, { title: 'Fläche unbekannt', areaMinM2: null, areaMaxM2: null, priceMonthly: 200, publishedAt: on('11-01') });
	await plantSpace(db, { title: 'nichts bekannt', areaMinM2: null, areaMaxM2: null, publishedAt: on('11-02') });
};

test('unknown never excludes: what nobody knows follows the known, newest first, and says what is missing', async ({ db, as }) => {
	await plantUnknown(db);
	const { filter } = readFilter(new URLSearchParams('flaeche_min=100&miete_max=400'));
	const { spaces, prepared } = await listSpaces(as(null), filter);
	expect(spaces.map(({ title, missing }) => [title, missing])).toEqual([
		['bekannt und alt', []],
		['nichts bekannt', ['area', 'rent']],
		['Fläche unbekannt', ['area']]
	]);
	expect(await countSpaces(as(null), prepared)).toEqual({ n: 3, more: false });
	expect((await countFacets(as(null), prepared)).total.n).toBe(3);
	expect(await find(as(null), 'q=bekannt&flaeche_min=100')).toHaveLength(3);
	expect((await find(as(null), 'q=bekannt&flaeche_min=100'))[0]).toBe('bekannt und alt');
	expect((await find(as(null), 'ort=16278&flaeche_max=130&flaeche_min=100')).slice(0, 1)).toEqual(['bekannt und alt']);
});

test('protection and access that nobody knows exclude nothing either; each choice counts what it finds', async ({ db, as }) => {
	await plantSpace(db, { title: 'Denkmal', heritage: 'single_monument', accessibility: 'not', publishedAt: on('01-01') });
	await plantSpace(db, { title: 'kein Denkmal', heritage: 'none', accessibility: 'step_free', publishedAt: on('02-01') });
	await plantSpace(db, { title: 'wer weiß', heritage: 'unknown', accessibility: 'unknown', publishedAt: on('11-01') });
	const look = async (query: string) => {
		const { spaces, prepared } = await listSpaces(as(null), readFilter(new URLSearchParams(query)).filter);
		const { total, counts } = await countFacets(as(null), prepared);
		return { found: spaces.map(({ title, missing }) => [title, ...missing].join(' ')), total: total.n, counts };
	};
	const open = await look('');
	for (const [query, count, found] of [
		['denkmal=ja', open.counts.heritage.get('ja'), ['Denkmal', 'wer weiß heritage']],
		['denkmal=nein', open.counts.heritage.get('nein'), ['kein Denkmal', 'wer weiß heritage']],
		['barrierefrei=ja', open.counts.accessible.get('ja'), ['kein Denkmal', 'wer weiß access']],
		['denkmal=nein&barrierefrei=ja', 2, ['kein Denkmal', 'wer weiß heritage access']]
	] as const)
		expect(await look(query), query).toMatchObject({ found, total: count });
	const strict = await look('denkmal=ja&nur_mit_angabe=ja');
	expect([strict.found, strict.counts.heritage.get('ja'), strict.counts.accessible.get('ja')]).toEqual([['Denkmal'], 1, undefined]);
});

test('a house for sale alone has no rent that could be missing', async ({ db, as }) => {
	await plantSpace(db, { title: 'nur Kauf', offers: ['sale'], priceMonthly: null, pricePurchase: 40_000 });
	await plantSpace(db, { title: 'Miete auf Anfrage', offers: ['rent'], priceType: 'on_request' });
	await plantSpace(db, { title: 'noch offen', offers: [] });
	expect(new Set(await find(as(null), 'miete_max=500'))).toEqual(new Set(['Miete auf Anfrage', 'noch offen']));
	expect(await find(as(null), 'kauf_max=50000')).toEqual(['nur Kauf', 'noch offen']);
});

test('pages go on from the known to the unknown without a gap, in the list and over the API', async ({ db, as }) => {
	for (let n = 0; n < 23; n++) await plantSpace(db, { title: `bekannt ${n}`, publishedAt: on(`02-${n < 9 ? '0' : ''}${n + 1}`) });
	for (let n = 0; n < 22; n++) await plantSpace(db, { title: `offen ${n}`, areaMinM2: null, areaMaxM2: null });
	const pages: string[] = [];
	for (const page of [1, 2, 3]) pages.push(...(await find(as(null), `flaeche_min=50&seite=${page}`)));
	expect(new Set(pages).size).toBe(45);
	expect(pages.slice(0, 23).every((title) => title.startsWith('bekannt'))).toBe(true);
	const handed: string[] = [];
	let after: (string | number | null)[] | null = null;
	do {
		const query = apiSpaceQuery.parse({ areaMin: '50', limit: '10' });
		const { items, next, total } = await listPublicSpaces(as(null), query, after);
		expect(total.n).toBe(45);
		for (const { title, unknown } of items) {
			expect(unknown).toEqual(title.startsWith('offen') ? ['area'] : []);
			handed.push(title);
		}
		after = next;
	} while (after);
	expect(handed).toEqual(pages);
	const strict = await listPublicSpaces(as(null), apiSpaceQuery.parse({ areaMin: '50', onlyKnown: 'true' }), null);
	expect(strict.total.n).toBe(23);
});
