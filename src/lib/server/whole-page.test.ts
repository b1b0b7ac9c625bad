import { expect, test } from 'vitest';
import { wholePage } from './whole-page.ts';

type Answer = Parameters<typeof wholePage>[0];
const event = {} as Answer['event'];

/** The framework: gives its page out chunk by chunk, and answers with what comes back. */
const framework =
	(html: string, { etag, rest = '' }: { etag: boolean; rest?: string }): Answer['resolve'] =>
	async (_event, options) => {
		const left = (await options?.transformPageChunk?.({ html, done: true })) ?? html;
		return new Response(left + rest, { status: 404, headers: { 'content-type': 'text/html', ...(etag && { etag: '"weak"' }) } });
	};

test('a page keeps its words, status and type, and its ETag changes with its words alone', async () => {
	const page = (html: string) => wholePage({ event, resolve: framework(html, { etag: true }) });
	const [one, same, other] = await Promise.all([page('Gasthof in Bühl'), page('Gasthof in Bühl'), page('Gasthof in Brühl')]);
	expect(one.status).toBe(404);
	expect(one.headers.get('content-type')).toBe('text/html');
	expect(one.headers.get('content-length')).toBe('16');
	expect(one.headers.get('etag')).toBe(same.headers.get('etag'));
	expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'));
	expect(await one.text()).toBe('Gasthof in Bühl');
});

test('what streams after the page comes after it', async () => {
	const response = await wholePage({ event, resolve: framework('<p>Haus</p>', { etag: false, rest: '<p>später</p>' }) });
	expect(await response.text()).toBe('<p>Haus</p><p>später</p>');
});

test('what is no page passes untouched', async () => {
	const tile = new Response('tile');
	expect(await wholePage({ event, resolve: async () => tile })).toBe(tile);
});
