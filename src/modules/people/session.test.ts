import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cookieName, deviceLabel, localPath } from './session.ts';

test('a return path stays on this site, whatever is given', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'binary' }),
				fc.webUrl(),
				fc.string().map((s) => `/${s}`),
				fc.string().map((s) => `//${s}`)
			),
			(given) => {
				const url = new URL(localPath(given), 'https://raum.example');
				expect(url.origin).toBe('https://raum.example');
			}
		),
		{ numRuns: 2000 }
	);
});

test.for([
	['/buero/raeume?seite=2#a', '/buero/raeume?seite=2#a'],
	['//boese.example', '/konto'],
	['/\\boese.example', '/konto'],
	['/\t/boese.example', '/konto'],
	['/./\n/boese.example', '/konto'],
	['/..//boese.example', '/konto'],
	['https://boese.example', '/konto'],
	['javascript:alert(1)', '/konto'],
	['', '/konto'],
	[null, '/konto']
] as const)('%j leads to %s', ([given, path]) => expect(localPath(given)).toBe(path));

test('of a user agent only browser and system are kept', () => {
	expect(deviceLabel('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0')).toBe('Firefox, Windows');
	expect(deviceLabel('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Mobile Safari/604.1')).toBe(
		'Safari, iPhone'
	);
	expect(deviceLabel(null)).toBe('Unbekanntes Gerät');
	fc.assert(fc.property(fc.string(), (agent) => !/\d/.test(deviceLabel(agent))));
});

test('over https the cookie is bound to the host', () => {
	expect(cookieName('https://raum.example')).toBe('__Host-sitzung');
	expect(cookieName('http://localhost:3000')).toBe('sitzung');
});
