import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRequestFilter, requestHref } from './request-filter.ts';

test('an address is read and written back', () => {
	const href = '/gesuche?q=Werkhof&nutzung=cafe&art=find_space&ort=16278&flaeche=80.5&seite=3';
	const filter = readRequestFilter(new URL(href, 'http://x').searchParams);
	expect(requestHref(filter, { page: filter.page })).toBe(href);
	expect(requestHref(filter, { use: null })).not.toContain('seite');
});

test('whatever is written into an address, a filter comes of it', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('q', 'nutzung', 'art', 'ort', 'flaeche', 'seite'), (text, name) => {
			const filter = readRequestFilter(new URLSearchParams([[name, text]]));
			expect(readRequestFilter(new URL(requestHref(filter, { page: filter.page }), 'http://x').searchParams)).toEqual(filter);
		})
	);
});
