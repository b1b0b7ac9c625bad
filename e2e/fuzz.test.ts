import fc from 'fast-check';
import { inject } from 'vitest';
import type { Actor } from '#modules/people/actor.ts';
import { cast, neukirchen, organisationOf } from '../src/testing/cast.ts';
import { expect, test } from './support/browser.ts';
import { cookieFor, newPersonLike } from './support/people.ts';

/** Whoever fills a form with anything at all gets an answer a person can read: never a broken page, never their script in our page. */
type Form = { page: string; action: string; fields: { name: string; choices: string[] }[]; multipart: boolean };

const baseUrl = inject('baseUrl');
/** What ends a session or an account is left alone: others need these people. */
const leaves = /\/(abmelden|demo|anmelden|sitzungen|konto\/daten|konto\/sicherheit\/passwort)|\/dev\//;
/** A town that no other journey edits: what is typed here stays. */
const clerk: Actor = {
	...cast.friedrich,
	grants: [{ role: 'editor', ags: neukirchen }],
	seats: [{ organisationId: organisationOf(neukirchen), rights: 'manage', ags: neukirchen }]
};
/** Pages of one kind count once: ids and slugs are folded away. */
const kindOf = (path: string) =>
	path
		.split('?')[0]
		?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
		.replace(/^(\/(?:raeume|gesuche|kommunen))\/[^/]+/, '$1/:slug') ?? path;

const read = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

function formsOf(page: string, html: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
		.filter(([, tag = '']) => /method="post"/i.test(tag))
		.map(([, tag = '', inside = '']) => {
			const fields = new Map<string, string[]>();
			for (const [field] of inside.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
				const name = read(field, 'name');
				if (name) fields.set(name, [...(fields.get(name) ?? []), read(field, 'value') ?? '']);
			}
			const action = new URL(read(tag, 'action') ?? '', `${baseUrl}${page}`).href;
			return { page, action, multipart: /multipart/.test(tag), fields: [...fields].map(([name, choices]) => ({ name, choices })) };
		});
}

/** Follows links from the start pages of a person, one page of each kind, and gathers the forms. */
async function crawl(cookie: string, starts: readonly string[]): Promise<Form[]> {
	const seen = new Set<string>();
	const queue = [...starts];
	const forms: Form[] = [];
	while (queue.length && seen.size < 60) {
		const path = queue.shift() ?? '';
		if (seen.has(kindOf(path)) || leaves.test(path)) continue;
		seen.add(kindOf(path));
		const answer = await fetch(baseUrl + path, { headers: { cookie, accept: 'text/html' } });
		if (!answer.headers.get('content-type')?.includes('html')) continue;
		expect(answer.status, path).toBeLessThan(500);
		const html = await answer.text();
		forms.push(...formsOf(path, html));
		for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)"/g)) if (!seen.has(kindOf(href))) queue.push(href.replaceAll('&amp;', '&'));
	}
	return forms;
}

const probe = '<script>alert(1)</script>';
const anything = (choices: string[]) =>
	fc.oneof(
		fc.constantFrom(
			'',
			' ',
			'\u0000',
			probe,
			"'; drop table people; --",
			'‮الخط',
			'-1',
			'1e309',
			'NaN',
			'99999999999999999999',
			'2026-02-31',
			'../../etc/passwd',
			...choices
		),
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constant('Ein Roman. '.repeat(6000))
	);

async function send(form: Form, values: [string, string][], cookie: string): Promise<{ status: number; text: string }> {
	const body = form.multipart ? new FormData() : new URLSearchParams();
	for (const [name, value] of values) body.append(name, value);
	const answer = await fetch(form.action, {
		method: 'POST',
		body,
		headers: { cookie, origin: baseUrl, accept: 'text/html' },
		redirect: 'manual'
	});
	return { status: answer.status, text: await answer.text() };
}

test.for([
	['a clerk', ['/buero', '/buero/raeume', '/buero/import', '/konto']],
	['a group', ['/konto', '/konto/gesuche', '/konto/raeume/neu', '/gesuche', '/raeume']]
] as const)('no form of %s breaks, whatever is typed', async ([who, starts]) => {
	const cookie = await cookieFor(who === 'a clerk' ? await newPersonLike(clerk) : cast.jonas);
	const forms = await crawl(cookie, starts);
	expect(forms.length).toBeGreaterThan(3);
	for (const form of forms.filter((f) => !leaves.test(f.action))) {
		const values = fc.record(
			Object.fromEntries(form.fields.map(({ name, choices }) => [name, fc.array(anything(choices), { maxLength: 2 })]))
		);
		for (const sample of fc.sample(values, { numRuns: 5, seed: 2026 })) {
			const { status, text } = await send(
				form,
				Object.entries(sample).flatMap(([name, list]) => list.map((v): [string, string] => [name, v])),
				cookie
			);
			expect(status, `${form.page} → ${form.action} mit ${JSON.stringify(sample).slice(0, 400)}`).toBeLessThan(500);
			expect(text.includes(probe), `${form.page}: was getippt wurde, steht als Skript in der Seite`).toBe(false);
		}
	}
});
