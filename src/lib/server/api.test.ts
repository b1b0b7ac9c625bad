import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { notFound, refused } from '#lib/refusal.ts';
import { answer, api, decodeCursor, encodeCursor, nextLink, page, readJson, readQuery } from './api.ts';

const asked = (url = 'http://evil.example/api/v1/spaces', init: RequestInit = {}) =>
	({
		url: new URL(url),
		request: new Request(url, init),
		locals: { house: { env: { baseUrl: 'https://raum.example' } } }
	}) as unknown as RequestEvent;

const failing = (thrown: () => unknown) =>
	api(() => {
		throw thrown();
	})(asked());

test('a refusal leaves as a problem with its status, code and sentence', async () => {
	const response = await failing(() => notFound('Diesen Raum gibt es nicht.'));
	expect(response.status).toBe(404);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(await response.json()).toEqual({
		type: 'urn:gestaltungsraum:not-found',
		title: 'Nicht gefunden',
		status: 404,
		detail: 'Diesen Raum gibt es nicht.',
		code: 'not-found'
	});
});

test('a refused field is named', async () => {
	const response = await failing(() => refused('too-small', 'Bitte mindestens 10 m² angeben.', 'areaMin'));
	expect(response.status).toBe(422);
	expect(await response.json()).toMatchObject({ errors: [{ field: 'areaMin', message: 'Bitte mindestens 10 m² angeben.' }] });
});

test('every field that does not fit is named with its path', async () => {
	const schema = z.object({ units: z.array(z.object({ area: z.number('Bitte eine Zahl.') })), title: z.string('Bitte einen Titel.') });
	const response = await api(async (event) => answer(event, await readJson(event, schema)))(
		asked(undefined, { method: 'POST', body: '{"units":[{"area":"viel"}]}' })
	);
	expect(response.status).toBe(422);
	expect(await response.json()).toMatchObject({
		code: 'invalid',
		errors: [
			{ field: 'units.0.area', message: 'Bitte eine Zahl.' },
			{ field: 'title', message: 'Bitte einen Titel.' }
		]
	});
});

test('a body that is no JSON is a sentence, not a crash', async () => {
	const response = await api(async (event) => answer(event, await readJson(event, z.unknown())))(
		asked(undefined, { method: 'POST', body: '{"title":' })
	);
	expect([response.status, (await response.json()).code]).toEqual([422, 'no-json']);
});

test('a bug says nothing of itself', async () => {
	const response = await failing(() => new Error('select password from people'));
	expect(response.status).toBe(500);
	expect(await response.text()).not.toContain('password');
});

test("the framework's errors become problems, its redirects stay redirects", async () => {
	expect((await failing(() => captured(() => error(413, 'Zu groß.')))).status).toBe(413);
	await expect(failing(() => captured(() => redirect(303, '/anmelden')))).rejects.toMatchObject({ status: 303 });
});

test('who has the bytes already gets none', async () => {
	const first = answer(asked(), { title: 'Gasthof' });
	const etag = first.headers.get('etag') ?? '';
	expect(etag).toMatch(/^"[\w-]{27}"$/);
	const again = answer(asked(undefined, { headers: { 'if-none-match': `"other", W/${etag}` } }), { title: 'Gasthof' });
	expect([again.status, await again.text()]).toEqual([304, '']);
	const changed = answer(asked(undefined, { headers: { 'if-none-match': etag } }), { title: 'Gasthof zur Post' });
	expect(changed.status).toBe(200);
});

test('the next page keeps the filters and never takes the Host header', () => {
	const next = nextLink(asked('http://evil.example/api/v1/spaces?q=werkstatt&cursor=old'), ['2026-11-22', 7]);
	const link = new URL(page([1], { next, total: 2 }).next ?? '');
	expect(link.origin).toBe('https://raum.example');
	expect(link.searchParams.get('q')).toBe('werkstatt');
	expect(decodeCursor(link.searchParams.get('cursor') ?? '')).toEqual(['2026-11-22', 7]);
	expect(nextLink(asked(), null)).toBeNull();
});

test('a cursor comes back as it was, and any other word is refused', () => {
	const part = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
	fc.assert(
		fc.property(fc.array(part), (place) => {
			expect(decodeCursor(encodeCursor(place))).toEqual(place);
		})
	);
	for (const word of ['', 'x', encodeCursor([]).slice(1), Buffer.from('{"a":1}').toString('base64url')])
		expect(() => decodeCursor(word)).toThrow('Fortsetzung ist ungültig');
});

test('query parameters go through the schema, repeated ones as a list', () => {
	const schema = z.object({ use: z.array(z.string()), q: z.string() });
	expect(readQuery(asked('http://x.example/?use=hall&use=shop&q=M%C3%BCller'), schema)).toEqual({ use: ['hall', 'shop'], q: 'Müller' });
});

function captured(run: () => never): unknown {
	try {
		run();
	} catch (thrown) {
		return thrown;
	}
}
