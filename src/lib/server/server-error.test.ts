import pg from 'pg';
import { expect, test } from 'vitest';
import { notFound } from '#lib/refusal.ts';
import { shownError } from './server-error.ts';

test('a refusal is shown as it is, and is no bug', () => {
	expect(shownError('unknown', notFound('Diesen Raum gibt es nicht.'))).toEqual({
		shown: { status: 404, message: 'Diesen Raum gibt es nicht.', code: 'not-found' },
		isBug: false
	});
});

test('a database that is away is 503, however deep the driver hides it', async () => {
	const client = new pg.Client({ host: '/nowhere', user: 'x' });
	const cause = await client.connect().catch((error) => error);
	const wrapped = Object.assign(new Error('Failed query: select 1'), { cause: Object.assign(new Error('inner'), { cause }) });
	expect(shownError('unknown', wrapped).shown?.status).toBe(503);
	expect(shownError('unknown', new Error('Connection terminated unexpectedly')).shown?.status).toBe(503);
});

test('whoever goes away in the middle of sending is no bug, and no database that is away', () => {
	const { shown, isBug } = shownError('unknown', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
	expect([shown?.status, isBug]).toEqual([400, false]);
});

test('a file that is missing is a bug of ours, not of the database', () => {
	expect(shownError('unknown', Object.assign(new Error('no'), { code: 'ENOENT', syscall: 'open' })).shown?.status).toBe(500);
});

test('a bug says nothing of itself', () => {
	const { shown, isBug } = shownError('unknown', new Error('relation "people" does not exist'));
	expect([isBug, shown?.status, shown?.message]).toEqual([
		true,
		500,
		'Das hätte nicht geschehen dürfen. Der Fehler ist im Protokoll vermerkt.'
	]);
});

test("the framework's own errors speak German, a page's own stay as they are", () => {
	expect(shownError('framework', { status: 404 }).shown?.message).toBe('Diese Seite gibt es nicht.');
	expect(shownError('app', { status: 410 }).shown).toBeUndefined();
});
