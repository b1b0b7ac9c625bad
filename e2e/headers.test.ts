import { inject } from 'vitest';
import { expect, test } from './support/browser.ts';

const origin = inject('baseUrl');
const form = (values: Record<string, string>) => ({
	method: 'POST',
	headers: { accept: 'text/html', origin, 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(values).toString(),
	redirect: 'manual' as const
});

/** One address per kind of answer: a page without and with scripts, an account page, a redirect, a refusal, a missing page, data, a file, text for machines. */
const pages = [
	'/',
	'/raeume',
	'/anmelden',
	'/anmelden/passwort',
	'/anmelden/dienst/gibt-es-nicht',
	'/abmelden',
	'/datenschutz/aufbewahrung',
	'/gibt-es-nicht'
];
const others = [
	'/konto',
	'/api/v1/spaces',
	'/api/v1/gibt-es-nicht',
	'/export/raeume.csv',
	'/healthz',
	'/robots.txt',
	'/sitemap.xml',
	'/.well-known/security.txt',
	'/medien/gibt-es-nicht.webp',
	'/favicon.svg',
	'/.well-known/change-password',
	'/raeume/kacheln/6/34/21.pbf'
];

function expectBase(headers: Headers, path: string): void {
	const said = (name: string) => `${path} ${name}: ${headers.get(name)}`;
	expect(said('x-content-type-options')).toBe(`${path} x-content-type-options: nosniff`);
	expect(said('referrer-policy')).toBe(`${path} referrer-policy: strict-origin-when-cross-origin`);
	expect(said('permissions-policy')).toContain('geolocation=(self), camera=(), microphone=()');
	expect(said('cross-origin-opener-policy')).toContain(': same-origin');
	expect(said('cross-origin-resource-policy')).toContain(': same-origin');
	expect(headers.get('x-powered-by')).toBeNull();
}

function expectPagePolicy(headers: Headers, path: string): void {
	const policy = headers.get('content-security-policy') ?? '';
	for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"])
		expect(`${path}: ${policy}`).toContain(rule);
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	expect(scripts, path).toMatch(/^'self'/);
	expect(scripts, path).not.toMatch(/unsafe|\*|https?:/);
}

test.for(pages)('%s may load nothing from elsewhere and be framed by nobody', async (path) => {
	const { headers } = await fetch(origin + path, { headers: { accept: 'text/html' } });
	expectBase(headers, path);
	expectPagePolicy(headers, path);
});

test.for(others)('%s carries the headers, whatever kind of answer it is', async (path) => {
	const { headers, status } = await fetch(origin + path, { redirect: 'manual' });
	expectBase(headers, path);
	if (status === 303) return expect(headers.get('location'), 'what leads on shows nothing itself').toMatch(/^\/(anmelden|konto)/);
	expect(headers.get('content-security-policy') ?? '', path).toMatch(/frame-ancestors 'none'/);
});

test('a script of ours carries them too', async () => {
	const page = await (await fetch(`${origin}/anmelden`)).text();
	const script = /"([^"]*_app\/immutable\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
	const answer = await fetch(new URL(script, `${origin}/anmelden`));
	expect(answer.headers.get('content-type')).toContain('javascript');
	expectBase(answer.headers, script);
});

test('a logout that no provider signed is refused, with the headers', async () => {
	const answer = await fetch(`${origin}/anmelden/dienst/gibt-es-nicht/abmeldung`, {
		...form({ logout_token: 'x' }),
		headers: { 'content-type': 'application/x-www-form-urlencoded' }
	});
	expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store']);
	expectBase(answer.headers, 'abmeldung');
});

test('a forged form, a wrong password and a signed-in page carry them as well', async () => {
	const forged = await fetch(`${origin}/anmelden`, { ...form({}), headers: { origin: 'https://boese.example' } });
	expect(forged.status).toBe(403);
	expectBase(forged.headers, 'forged');
	const wrong = await fetch(`${origin}/anmelden/passwort`, form({ email: 'wer@auch.example', password: 'falsch und lang genug' }));
	expectBase(wrong.headers, 'wrong');
	expectPagePolicy(wrong.headers, 'wrong');
	const entered = await fetch(`${origin}/demo`, form({ person: '00000000-0000-7000-8000-000000000003' }));
	const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	const account = await fetch(`${origin}/konto/sicherheit`, { headers: { cookie, accept: 'text/html' } });
	expect(account.status).toBe(200);
	expectBase(account.headers, '/konto/sicherheit');
	expectPagePolicy(account.headers, '/konto/sicherheit');
	const own = await fetch(`${origin}/konto/daten/export.zip`, { headers: { cookie } });
	expect(own.headers.get('cache-control')).toBe('no-store');
	expectBase(own.headers, 'export.zip');
});

test('with all that, no page of the way in breaks its own policy', async ({ open }) => {
	const page = await open();
	const broken: string[] = [];
	page.on('console', (message) => {
		if (/Content Security Policy|Refused to/.test(message.text())) broken.push(message.text());
	});
	for (const path of ['/anmelden', '/anmelden/passwort', '/anmelden/passkey', '/datenschutz/aufbewahrung']) await page.goto(path);
	expect(broken).toEqual([]);
});
